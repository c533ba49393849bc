package io.elt.udf.guarded;

import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.types.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;

import static org.apache.flink.table.api.DataTypes.FIELD;
import static org.apache.flink.table.api.DataTypes.ROW;
import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a record whose inner format is plain json. */
class JsonTest {

    private static final DataType TRANSACTION = ROW(
            FIELD("id", DataTypes.BIGINT().notNull()),
            FIELD("amount", DataTypes.DECIMAL(15, 2)),
            FIELD("note", DataTypes.STRING()));

    private final GuardedDecoder transactions = GuardedDecoder.of("json", TRANSACTION);

    @Test
    void goodRecordIsDecodedByTheInnerFormat() {
        assertThat(transactions.decode("{\"id\": 1, \"amount\": 12.30, \"note\": \"deposit\"}"))
                .containsExactly("+I[1, 12.30, deposit, null, null]");
    }

    @Test
    void orderOfFieldsAndUnknownFieldsDoNotMatter() {
        assertThat(transactions.decode("{\"note\": null, \"new\": {\"a\": [1, {\"id\": 7}]}, \"id\": 1}"))
                .containsExactly("+I[1, null, null, null, null]");
    }

    @Test
    void badRecordIsOneRowWithNullsAndZeros() {
        assertThat(transactions.decode("{\"id\": 1, \"amount\": \"abc\", \"note\": \"deposit\"}"))
                .containsExactly("+I[0, null, null, WRONG_TYPE, amount: expected DECIMAL(15, 2), got string \"abc\"]");
    }

    @Test
    void rawHoldsThePayloadOfABadRowOnly() {
        GuardedDecoder decoder = transactions.withMetadata("error", "raw");
        byte[] bad = "{\"id\": ".getBytes(StandardCharsets.UTF_8);

        assertThat(decoder.rows(bad).get(0).getBinary(4)).isEqualTo(bad);
        assertThat(decoder.rows("{\"id\": 1}".getBytes(StandardCharsets.UTF_8))
                        .get(0)
                        .isNullAt(4))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                              | EMPTY           | empty record",
                "`   `                           | EMPTY           | empty record",
                "not json                        | NOT_JSON        | not JSON at byte 4: Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
                "{'id': 1}                       | NOT_JSON        | not JSON at byte 2: Unexpected character (''' (code 39)): was expecting double-quote to start field name",
                "[1]                             | WRONG_TYPE      | expected an object, got an array",
                "null                            | WRONG_TYPE      | expected an object, got null",
                "\"text\"                        | WRONG_TYPE      | expected an object, got string \"text\"",
                "{\"id\": 1                      | TRUNCATED       | truncated: unexpected end of input at byte 8",
                "{\"id\": 1, \"note\": \"dep      | TRUNCATED       | truncated: unexpected end of input at byte 22",
                "{\"id\": 1, \"note\": nul        | TRUNCATED       | truncated: unexpected end of input at byte 21",
                "{\"id\": 1, \"a\": [{\"b\": 1}    | TRUNCATED       | truncated: unexpected end of input at byte 24",
                "{\"id\": 1} {\"id\": 2}          | TRAILING_DATA   | more than one value: the first one ends at byte 9",
                "{\"id\": 1} x                   | TRAILING_DATA   | more than one value: the first one ends at byte 9",
                "{\"amount\": 1}                 | MISSING_FIELD   | id: missing, but declared BIGINT NOT NULL",
                "{\"id\": null}                  | MISSING_FIELD   | id: null, but declared BIGINT NOT NULL",
                "{\"id\": 1, \"id\": 1}           | DUPLICATE_FIELD | id: more than once in the same object",
                "{\"id\": 1, \"note\": 5}         | WRONG_TYPE      | note: expected STRING, got number 5",
                "{\"id\": 1, \"note\": {\"a\":1}}  | WRONG_TYPE      | note: expected STRING, got an object",
                "{\"id\": 1, \"note\": \"\\ud800\"} | NOT_UTF8      | not a character: \\ud800 at byte 19 is half of a surrogate pair",
            })
    void reasonIsOneShortLine(String payload, String code, String error) {
        assertThat(transactions.code(payload)).isEqualTo(code);
        assertThat(transactions.error(payload)).isEqualTo(error);
    }

    @Test
    void controlCharactersInStringsAreNotJson() {
        assertThat(transactions.code("{\"id\": 1, \"note\": \"a\tb\"}")).isEqualTo("NOT_JSON");
        assertThat(transactions.code("{\"id\": 1, \"note\": \"a\\tb\"}")).isEqualTo("OK");
    }

    @Test
    void escapedSurrogatePairIsACharacter() {
        assertThat(transactions.decode("{\"id\": 1, \"note\": \"\\ud83d\\ude00 \\\\ud800\"}"))
                .containsExactly("+I[1, null, \uD83D\uDE00 \\ud800, null, null]");
    }

    @Test
    void nullPayloadHasNoMeaningInPlainJson() {
        assertThat(transactions.decode((byte[]) null))
                .containsExactly("+I[0, null, null, NULL_PAYLOAD, no payload (null)]");
    }

    @Test
    void otherEncodingsThanUtf8AreRefused() {
        String record = "{\"id\": 1, \"note\": \"Pla\u0161il\"}";

        assertThat(transactions.code(record.getBytes(StandardCharsets.UTF_8))).isEqualTo("OK");
        assertThat(transactions.code(record.getBytes(java.nio.charset.Charset.forName("windows-1250"))))
                .isEqualTo("NOT_UTF8");
        assertThat(transactions.code(record.getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo("NOT_UTF8");
        assertThat(transactions.code(record.getBytes(StandardCharsets.UTF_16))).isEqualTo("NOT_UTF8");
    }

    @Test
    void failOnMissingFieldOfTheInnerFormatHolds() {
        GuardedDecoder decoder = GuardedDecoder.of("json", TRANSACTION, "json.fail-on-missing-field", "true");

        assertThat(decoder.error("{\"id\": 1, \"note\": \"a\"}"))
                .isEqualTo("amount: missing, but declared DECIMAL(15, 2)");
        assertThat(decoder.code("{\"id\": 1, \"note\": \"a\", \"amount\": null}"))
                .isEqualTo("OK");
    }

    @Test
    void notStrictLeavesTheJudgementToTheInnerFormat() {
        GuardedDecoder lenient = GuardedDecoder.of("json", TRANSACTION, "strict", "false");

        assertThat(lenient.decode("{\"id\": \"3\", \"amount\": 1.005}"))
                .containsExactly("+I[3, 1.01, null, null, null]");
        assertThat(lenient.code("{\"id\": 1, \"amount\": \"abc\"}")).isEqualTo("INNER_FORMAT");
        assertThat(lenient.code("{}")).isEqualTo("MISSING_FIELD");
        assertThat(lenient.code("")).isEqualTo("EMPTY");
        assertThat(lenient.code("nonsense")).isEqualTo("INNER_FORMAT");
    }

    @Test
    void recordsAreCounted() {
        transactions.decode("{\"id\": 1}");
        transactions.decode("{\"id\": 2}");
        transactions.decode("{\"id\": 2");

        assertThat(transactions.counted("decoded")).isEqualTo(2);
        assertThat(transactions.counted("quarantined")).isEqualTo(1);
    }
}
