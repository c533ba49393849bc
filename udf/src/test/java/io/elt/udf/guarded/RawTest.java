package io.elt.udf.guarded;

import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.DataType;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

import static org.apache.flink.table.api.DataTypes.FIELD;
import static org.apache.flink.table.api.DataTypes.ROW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The payload in {@code raw}: on which rows it is, and that it is all of it. */
class RawTest {

    private static final DataType LOAN =
            ROW(FIELD("id", DataTypes.INT().notNull()), FIELD("status", DataTypes.STRING()));

    private static final int RAW = 2;
    private static final int ERROR = 3;

    private static GuardedDecoder loans(String innerFormat, String... options) {
        return GuardedDecoder.of(innerFormat, LOAN, options).withMetadata("raw", "error");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Nested
    class OfGoodRows {

        private final GuardedDecoder always = loans("json", "raw", "always");

        @Test
        void isLeftOutUnlessAskedFor() {
            byte[] payload = bytes("{\"id\": 1, \"status\": \"Z\"}");

            assertThat(loans("json").rows(payload)).singleElement().matches(row -> row.isNullAt(RAW));
            assertThat(loans("json", "raw", "errors").rows(payload))
                    .singleElement()
                    .matches(row -> row.isNullAt(RAW));
        }

        @Test
        void isThePayloadAsItCame() {
            byte[] payload = bytes(" {\"status\" :\"Z\", \"unknown\": 1e0, \"id\": 1}\n");

            RowData row = always.rows(payload).get(0);

            assertThat(row.isNullAt(ERROR)).isTrue();
            assertThat(row.getBinary(RAW)).isEqualTo(payload);
        }

        @Test
        void isOnBadRowsAsWell() {
            RowData row = always.rows(bytes("{\"id\": 1.5}")).get(0);

            assertThat(row.isNullAt(ERROR)).isFalse();
            assertThat(row.getBinary(RAW)).isEqualTo(bytes("{\"id\": 1.5}"));
        }

        @Test
        void staysWithARowThatIsKeptWhileTheNextOneIsRead() {
            byte[] first = bytes("{\"id\": 1, \"status\": \"A\"}");
            byte[] second = bytes("{\"id\": 2, \"status\": \"B\"}");

            RowData kept = always.rows(first).get(0);
            RowData next = always.rows(second).get(0);

            assertThat(kept).isNotSameAs(next);
            assertThat(kept.getBinary(RAW)).isEqualTo(bytes("{\"id\": 1, \"status\": \"A\"}"));
            assertThat(next.getBinary(RAW)).isEqualTo(second);
        }

        /** A copy for each row would cost more than decoding it does. */
        @Test
        void isOneArrayForAllRowsOfARecord() {
            byte[] payload = bytes("{\"before\": {\"id\": 1, \"status\": \"A\"},"
                    + " \"after\": {\"id\": 1, \"status\": \"Z\"}, \"op\": \"u\"}");

            List<RowData> rows = loans("debezium-json", "raw", "always").rows(payload);

            assertThat(rows).hasSize(2).allMatch(row -> row.getBinary(RAW) == payload);
        }

        @Test
        void isTheWholeRecordWhereItsRowsAreDecodedOneByOne() {
            byte[] payload = bytes("{\"type\":\"UPDATE\",\"data\":[{\"id\":\"1\",\"status\":\"B\"},"
                    + "{\"id\":\"2\",\"status\":\"C\"}],\"old\":[{\"status\":\"A\"},{\"status\":\"A\"}]}");

            List<RowData> rows = loans("canal-json", "raw", "always").rows(payload);

            assertThat(rows).hasSize(4).allMatch(row -> row.getBinary(RAW) == payload);
        }

        @Test
        void goesToARowThatComesInBinaryForm() {
            GuardedDecoder words = GuardedDecoder.of("stutter", ROW(FIELD("word", DataTypes.STRING())), "raw", "always")
                    .withMetadata("raw", "error");

            assertThat(words.rows(bytes("a b")))
                    .hasSize(2)
                    .allMatch(row -> new String(row.getBinary(1), StandardCharsets.UTF_8).equals("a b"));
        }

        @Test
        void isNullWhereTheGoodRowCameOfNoPayload() {
            GuardedDecoder texts = GuardedDecoder.of("raw", ROW(FIELD("text", DataTypes.STRING())), "raw", "always")
                    .withMetadata("raw", "error");

            assertThat(texts.decode((byte[]) null)).containsExactly("+I[null, null, null]");
        }

        @Test
        void goesToTheRawColumn() {
            DataType table = ROW(
                    FIELD("_raw", DataTypes.BYTES()),
                    FIELD("id", DataTypes.INT()),
                    FIELD("_error", DataTypes.STRING()));
            GuardedDecoder decoder = GuardedDecoder.of(
                            "json", table, "raw", "always", "raw-column", "_raw", "error-column", "_error")
                    .withMetadata();

            RowData row = decoder.rows(bytes("{\"id\": 7}")).get(0);

            assertThat(row.getBinary(0)).isEqualTo(bytes("{\"id\": 7}"));
            assertThat(row.getInt(1)).isEqualTo(7);
            assertThat(row.isNullAt(2)).isTrue();
        }
    }

    /** The format {@code raw} has options of its own, whose keys begin like this one. */
    @Nested
    class WithTheFormatOfTheSameName {

        private final DataType text = ROW(FIELD("text", DataTypes.STRING()));

        @Test
        void bothKindsOfOptionsHold() {
            GuardedDecoder decoder = GuardedDecoder.of("raw", text, "raw", "always", "raw.charset", "windows-1250")
                    .withMetadata("raw", "error");
            byte[] payload = {'P', 'l', 'a', (byte) 0x9A, 'i', 'l'};

            RowData row = decoder.rows(payload).get(0);

            assertThat(row.getString(0)).hasToString("Pla\u0161il");
            assertThat(row.getBinary(1)).isEqualTo(payload);
        }

        @Test
        void optionsOfTheFormatAloneHoldToo() {
            GuardedDecoder decoder = GuardedDecoder.of("raw", text, "raw.charset", "windows-1250")
                    .withMetadata("raw", "error");

            assertThat(decoder.decode(new byte[] {(byte) 0x9A})).containsExactly("+I[\u0161, null, null]");
        }
    }

    @Test
    void otherValueOfTheOptionIsRefusedAndTheKnownOnesAreNamed() {
        assertThatThrownBy(() -> loans("json", "raw", "sometimes"))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("Invalid value for option 'raw'")
                .hasStackTraceContaining("[errors, always]");
    }

    @Nested
    class OfARecordThatIsTooLarge {

        private final byte[] payload = bytes("{\"id\": 1, \"status\": \"" + "x".repeat(200_000) + "\"}");

        @Test
        void isAllOfIt() {
            RowData row =
                    loans("json", "max-record-bytes", "100 kb").rows(payload).get(0);

            assertThat(row.getBinary(RAW)).isEqualTo(payload);
            assertThat(row.getString(ERROR)).hasToString("record of 200023 bytes exceeds 102400");
        }

        @Test
        void isCutWhereAskedForAndTheErrorSaysSo() {
            RowData row = loans("json", "max-record-bytes", "100 kb", "max-raw-bytes", "10 b")
                    .rows(payload)
                    .get(0);

            assertThat(row.getBinary(RAW)).isEqualTo(bytes("{\"id\": 1, "));
            assertThat(row.getString(ERROR))
                    .hasToString("record of 200023 bytes exceeds 102400; raw was cut to 10 bytes");
        }

        @Test
        void isNotCutIfItFits() {
            RowData row = loans("json", "max-record-bytes", "100 kb", "max-raw-bytes", "1 mb")
                    .rows(payload)
                    .get(0);

            assertThat(row.getBinary(RAW)).isEqualTo(payload);
            assertThat(row.getString(ERROR)).hasToString("record of 200023 bytes exceeds 102400");
        }

        @Test
        void aloneIsCut() {
            GuardedDecoder decoder = loans("json", "raw", "always", "max-raw-bytes", "3 b");

            assertThat(decoder.rows(bytes("{\"id\": 1.5}")).get(0).getBinary(RAW))
                    .isEqualTo(bytes("{\"id\": 1.5}"));
            assertThat(decoder.rows(bytes("{\"id\": 1}")).get(0).getBinary(RAW)).isEqualTo(bytes("{\"id\": 1}"));
        }

        @Test
        void limitMustFitAnArray() {
            assertThatThrownBy(() -> loans("json", "max-raw-bytes", "3 gb"))
                    .isInstanceOf(ValidationException.class)
                    .hasMessageContaining("guarded.max-raw-bytes must be between");
        }
    }
}
