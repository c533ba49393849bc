package io.elt.udf.guarded;

import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.DeserializationFeature;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.JsonNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import static org.apache.flink.table.api.DataTypes.FIELD;
import static org.apache.flink.table.api.DataTypes.ROW;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Records with random damage, always the same for a seed. Whatever comes in, no exception comes out and no record is lost; and
 * what is called good says the same as the text does.
 */
class DamagedRecordTest {

    private static final int DAMAGED = 5_000;

    private static final DataType TABLE = ROW(
            FIELD("id", DataTypes.BIGINT().notNull()),
            FIELD("small", DataTypes.SMALLINT()),
            FIELD("amount", DataTypes.DECIMAL(8, 2)),
            FIELD("note", DataTypes.STRING().notNull()),
            FIELD("day", DataTypes.DATE()),
            FIELD("at", DataTypes.TIMESTAMP(3)),
            FIELD("ok", DataTypes.BOOLEAN()),
            FIELD("rate", DataTypes.DOUBLE()));

    private static final String ROW_TEXT =
            "{\"id\":695247,\"small\":-32768,\"amount\":1700.50,\"note\":\"P\u0159\u00edjem \\u010d\","
                    + "\"day\":\"1996-02-29\",\"at\":\"1996-12-31 23:59:59.125\",\"ok\":true,\"rate\":-1.5e3}";

    record Case(String format, boolean tombstones, String record) {}

    static Stream<Case> cases() {
        return Stream.of(
                new Case("json", false, ROW_TEXT),
                new Case(
                        "debezium-json",
                        true,
                        "{\"before\":" + ROW_TEXT + ",\"after\":" + ROW_TEXT + ",\"op\":\"u\",\"ts_ms\":17}"),
                new Case(
                        "maxwell-json",
                        true,
                        "{\"type\":\"update\",\"data\":" + ROW_TEXT + ",\"old\":{\"note\":\"x\"}}"),
                new Case("ogg-json", true, "{\"op_type\":\"I\",\"after\":" + ROW_TEXT + "}"),
                new Case(
                        "canal-json",
                        true,
                        "{\"type\":\"UPDATE\",\"data\":[" + ROW_TEXT + "," + ROW_TEXT
                                + "],\"old\":[{\"ok\":false},{\"note\":\"x\"}]}"),
                new Case(
                        "csv",
                        false,
                        "695247,-32768,1700.50,P\u0159\u00edjem,1996-02-29,1996-12-31 23:59:59.125,true,-1.5e3"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nothingIsLostAndNothingFails(Case example) {
        GuardedDecoder decoder = GuardedDecoder.of(example.format(), TABLE);
        byte[] good = example.record().getBytes(StandardCharsets.UTF_8);
        assertThat(decoder.code(good)).isEqualTo("OK");

        Random random = new Random(20_231_120);
        int error = TABLE.getChildren().size();
        for (int round = 0; round < DAMAGED; round++) {
            byte[] damaged = damage(good, random);
            List<RowData> rows = decoder.rows(damaged);
            // Only the change formats know messages without rows, and random damage may spell one of them.
            assertThat(rows.isEmpty() && !example.tombstones())
                    .as("lost: %s", new String(damaged, StandardCharsets.UTF_8))
                    .isFalse();
            assertThat(rows.stream().anyMatch(row -> !row.isNullAt(error)) && rows.size() > 1)
                    .as("an error row is alone: %s", new String(damaged, StandardCharsets.UTF_8))
                    .isFalse();
            // A column that is NOT NULL is never null: generated code would fail the job.
            assertThat(rows).noneMatch(row -> row.isNullAt(0) || row.isNullAt(3));
        }
    }

    @Test
    void whatIsCalledGoodSaysWhatTheTextSays() throws IOException {
        GuardedDecoder decoder = GuardedDecoder.of("json", TABLE);
        ObjectMapper tree = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        byte[] good = ROW_TEXT.getBytes(StandardCharsets.UTF_8);
        Random random = new Random(19_930_101);
        int changed = 0;
        for (int round = 0; round < DAMAGED; round++) {
            byte[] damaged = damage(good, random);
            if (decoder.code(damaged).equals("OK")) {
                assertSame(decoder.rows(damaged).get(0), tree.readTree(damaged));
                changed++;
            }
        }
        // Damage within a text or a number leaves a good record: without such ones this test would say nothing.
        assertThat(changed).isGreaterThan(DAMAGED / 20);
    }

    private static void assertSame(RowData row, JsonNode text) {
        assertThat(row.getLong(0)).isEqualTo(text.get("id").bigIntegerValue().longValueExact());
        assertThat(row.getString(3)).hasToString(text.get("note").textValue());
        if (row.isNullAt(1)) {
            assertThat(text.has("small")).isFalse();
        } else {
            assertThat((int) row.getShort(1))
                    .isEqualTo(text.get("small").bigIntegerValue().intValueExact());
        }
        if (!row.isNullAt(2)) {
            assertThat(row.getDecimal(2, 8, 2).toBigDecimal())
                    .isEqualByComparingTo(text.get("amount").decimalValue());
        }
        if (!row.isNullAt(4)) {
            assertThat(LocalDate.ofEpochDay(row.getInt(4)))
                    .hasToString(text.get("day").textValue());
        }
        if (!row.isNullAt(5)) {
            assertThat(row.getTimestamp(5, 3).toLocalDateTime())
                    .isEqualTo(LocalDateTime.parse(text.get("at").textValue().replace(' ', 'T')));
        }
        if (!row.isNullAt(6)) {
            assertThat(row.getBoolean(6)).isEqualTo(text.get("ok").booleanValue());
        }
        if (!row.isNullAt(7)) {
            assertThat(row.getDouble(7))
                    .isEqualTo(Double.parseDouble(text.get("rate").asText()));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyCutIsAnError(Case example) {
        GuardedDecoder decoder = GuardedDecoder.of(example.format(), TABLE);
        byte[] good = example.record().getBytes(StandardCharsets.UTF_8);
        // Digits cut off the last value of a line of CSV leave a shorter number: no format could tell.
        int shortest = example.format().equals("csv") ? good.length - 6 : good.length;

        for (int length = 0; length < shortest; length++) {
            assertThat(decoder.code(Arrays.copyOf(good, length)))
                    .as("cut to %d", length)
                    .isNotEqualTo("OK");
        }
    }

    private static byte[] damage(byte[] good, Random random) {
        byte[] damaged = good.clone();
        for (int times = random.nextInt(3); times >= 0; times--) {
            int position = random.nextInt(damaged.length);
            damaged = switch (random.nextInt(5)) {
                case 0 -> replace(damaged, position, (byte) random.nextInt(256));
                case 1 -> replace(damaged, position, (byte) "{}[]\",:0123456789.eE+-\\unt ".charAt(random.nextInt(27)));
                case 2 -> Arrays.copyOf(damaged, Math.max(1, position));
                case 3 -> without(damaged, position);
                default -> doubled(damaged, position, Math.min(damaged.length, position + random.nextInt(20)));
            };
        }
        return damaged;
    }

    private static byte[] replace(byte[] bytes, int position, byte value) {
        byte[] replaced = bytes.clone();
        replaced[position] = value;
        return replaced;
    }

    private static byte[] without(byte[] bytes, int position) {
        if (bytes.length == 1) {
            return bytes;
        }
        byte[] shorter = new byte[bytes.length - 1];
        System.arraycopy(bytes, 0, shorter, 0, position);
        System.arraycopy(bytes, position + 1, shorter, position, shorter.length - position);
        return shorter;
    }

    private static byte[] doubled(byte[] bytes, int from, int to) {
        byte[] longer = new byte[bytes.length + to - from];
        System.arraycopy(bytes, 0, longer, 0, to);
        System.arraycopy(bytes, from, longer, to, bytes.length - from);
        return longer;
    }
}
