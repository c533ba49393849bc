package io.elt.udf.guarded;

import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.logical.utils.LogicalTypeParser;
import org.apache.flink.table.types.utils.TypeConversions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.apache.flink.table.api.DataTypes.FIELD;
import static org.apache.flink.table.api.DataTypes.ROW;
import static org.assertj.core.api.Assertions.assertThat;

/** Every type: what is decoded, and what is refused instead of altered. */
class JsonTypeTest {

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "TINYINT | -128 | -128",
                "SMALLINT | 32767 | 32767",
                "INT | -2147483648 | -2147483648",
                "INT | -0 | 0",
                "BIGINT | 9223372036854775807 | 9223372036854775807",
                "BIGINT | -9223372036854775808 | -9223372036854775808",
                "DECIMAL(5, 2) | 123.45 | 123.45",
                "DECIMAL(5, 2) | 123.4500 | 123.45",
                "DECIMAL(5, 2) | -999 | -999.00",
                "DECIMAL(5, 2) | 1.2e2 | 120.00",
                "DECIMAL(5, 2) | 12345e-2 | 123.45",
                "DECIMAL(5, 2) | 0.00000 | 0.00",
                "DECIMAL(2, 2) | 0.99 | 0.99",
                "DECIMAL(38, 0) | 99999999999999999999999999999999999999 | 99999999999999999999999999999999999999",
                "DECIMAL(38, 18) | 12345678901234567890.123456789012345678 | 12345678901234567890.123456789012345678",
                "DOUBLE | 0.1 | 0.1",
                "DOUBLE | 3 | 3.0",
                "DOUBLE | -1.5E300 | -1.5E300",
                "FLOAT | 1.5 | 1.5",
                "BOOLEAN | true | true",
                "BOOLEAN | false | false",
                "STRING | \"a\\u0041\" | aA",
                "STRING | \"\" | ``",
                "VARCHAR(3) | \"\u017elu\" | \u017elu",
                "VARCHAR(1) | \"\\ud83d\\ude00\" | \uD83D\uDE00",
                "CHAR(2) | \"ab\" | ab",
                "BYTES | \"AQID\" | [1, 2, 3]",
                "DATE | \"1996-02-29\" | 1996-02-29",
                "TIME(0) | \"23:59:59\" | 23:59:59",
                "TIME(0) | \"23:59:59.000\" | 23:59:59",
                "TIMESTAMP(3) | \"1996-02-29 23:59:59.123\" | 1996-02-29T23:59:59.123",
                "TIMESTAMP(3) | \"1996-02-29 23:59:59.123000\" | 1996-02-29T23:59:59.123",
                "TIMESTAMP(9) | \"1996-02-29 23:59:59.123456789\" | 1996-02-29T23:59:59.123456789",
                "TIMESTAMP_LTZ(3) | \"1996-02-29 23:59:59Z\" | 1996-02-29T23:59:59Z",
                "ARRAY<INT> | [1, null, 3] | [1, null, 3]",
                "MAP<STRING, DECIMAL(3, 1)> | {\"a\": 1.5} | {a=1.5}",
                "MULTISET<STRING> | {\"a\": 2} | {a=2}",
                "ROW<a INT, b ROW<c STRING>> | {\"b\": {\"c\": \"x\"}, \"a\": 1} | +I[1, +I[x]]",
            })
    void valueOfTheDeclaredTypeIsDecoded(String type, String json, String value) {
        assertThat(decoderOf(type).decode("{\"v\": " + json + "}")).containsExactly("+I[" + value + ", null, null]");
    }

    @ParameterizedTest(name = "{0}: {1} is refused")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "TINYINT | 128 | OVERFLOW | v: number 128 does not fit into TINYINT",
                "SMALLINT | -32769 | OVERFLOW | v: number -32769 does not fit into SMALLINT",
                "INT | 5.9 | WRONG_TYPE | v: expected INT, got number 5.9",
                "INT | 3.0 | WRONG_TYPE | v: expected INT, got number 3.0",
                "INT | 1e3 | WRONG_TYPE | v: expected INT, got number 1e3",
                "INT | \"3\" | WRONG_TYPE | v: expected INT, got string \"3\"",
                "INT | true | WRONG_TYPE | v: expected INT, got true",
                "INT | [] | WRONG_TYPE | v: expected INT, got an array",
                "INT | 2147483648 | OVERFLOW | v: number 2147483648 does not fit into INT",
                "BIGINT | 9223372036854775808 | OVERFLOW | v: number 9223372036854775808 does not fit into BIGINT",
                "BIGINT | -9223372036854775809 | OVERFLOW | v: number -9223372036854775809 does not fit into BIGINT",
                "BIGINT | 100000000000000000000 | OVERFLOW | v: number 100000000000000000000 does not fit into BIGINT",
                "DECIMAL(5, 2) | \"1.5\" | WRONG_TYPE | v: expected DECIMAL(5, 2), got string \"1.5\"",
                "DECIMAL(5, 2) | 1000 | OVERFLOW | v: number 1000 does not fit into DECIMAL(5, 2)",
                "DECIMAL(5, 2) | 1e3 | OVERFLOW | v: number 1e3 does not fit into DECIMAL(5, 2)",
                "DECIMAL(5, 2) | 1e999999999 | OVERFLOW | v: number 1e999999999 does not fit into DECIMAL(5, 2)",
                "DECIMAL(5, 2) | 0e-999999999 | OVERFLOW | v: number 0e-999999999 does not fit into DECIMAL(5, 2)",
                "DECIMAL(5, 2) | 1e99999999999 | OVERFLOW | v: number 1e99999999999 does not fit into DECIMAL(5, 2)",
                "DECIMAL(5, 2) | 1.005 | PRECISION_LOSS | v: number 1.005 has more digits than DECIMAL(5, 2) keeps",
                "DECIMAL(5, 2) | 5e-3 | PRECISION_LOSS | v: number 5e-3 has more digits than DECIMAL(5, 2) keeps",
                "DOUBLE | \"1.5\" | WRONG_TYPE | v: expected DOUBLE, got string \"1.5\"",
                "DOUBLE | \"NaN\" | WRONG_TYPE | v: expected DOUBLE, got string \"NaN\"",
                "DOUBLE | 1e400 | OVERFLOW | v: number 1e400 does not fit into DOUBLE",
                "DOUBLE | 1e-400 | OVERFLOW | v: number 1e-400 does not fit into DOUBLE",
                "FLOAT | 1e39 | OVERFLOW | v: number 1e39 does not fit into FLOAT",
                "BOOLEAN | 1 | WRONG_TYPE | v: expected BOOLEAN, got number 1",
                "BOOLEAN | \"true\" | WRONG_TYPE | v: expected BOOLEAN, got string \"true\"",
                "STRING | true | WRONG_TYPE | v: expected STRING, got true",
                "STRING | [\"a\"] | WRONG_TYPE | v: expected STRING, got an array",
                "VARCHAR(3) | \"abcd\" | OVERFLOW | v: string \"abcd\" does not fit into VARCHAR(3)",
                "CHAR(2) | \"a\" | OVERFLOW | v: string \"a\" does not fit into CHAR(2)",
                "BYTES | \"A QI\" | WRONG_TYPE | v: expected BYTES in base64, got string \"A QI\"",
                "BYTES | \"AQI\" | WRONG_TYPE | v: expected BYTES in base64, got string \"AQI\"",
                "VARBINARY(2) | \"AQID\" | OVERFLOW | v: string \"AQID\" does not fit into VARBINARY(2)",
                "DATE | \"2023-02-30\" | WRONG_TYPE | v: expected DATE like \"2023-12-31\", got string \"2023-02-30\"",
                "DATE | \"0000-00-00\" | WRONG_TYPE | v: expected DATE like \"2023-12-31\", got string \"0000-00-00\"",
                "DATE | \"1900-02-29\" | WRONG_TYPE | v: expected DATE like \"2023-12-31\", got string \"1900-02-29\"",
                "DATE | \"2023-2-3\" | WRONG_TYPE | v: expected DATE like \"2023-12-31\", got string \"2023-2-3\"",
                "DATE | 19000 | WRONG_TYPE | v: expected DATE like \"2023-12-31\", got number 19000",
                "TIME(0) | \"24:00:00\" | WRONG_TYPE | v: expected TIME(0) like \"23:59:59\", got string \"24:00:00\"",
                "TIME(0) | \"23:59:59.5\" | PRECISION_LOSS | v: string \"23:59:59.5\" has more digits than TIME(0) keeps",
                "TIMESTAMP(3) | \"2023-02-30 00:00:00\" | WRONG_TYPE | v: expected TIMESTAMP(3) like \"2023-12-31 23:59:59\", got string \"2023-02-30 00:00:00\"",
                "TIMESTAMP(3) | \"2023-02-03T00:00:00\" | WRONG_TYPE | v: expected TIMESTAMP(3) like \"2023-12-31 23:59:59\", got string \"2023-02-03T00:00:00\"",
                "TIMESTAMP(3) | \"2023-02-03 00:00:00Z\" | WRONG_TYPE | v: expected TIMESTAMP(3) like \"2023-12-31 23:59:59\", got string \"2023-02-03 00:00:00Z\"",
                "TIMESTAMP(3) | \"2023-02-03 00:00:00.\" | WRONG_TYPE | v: expected TIMESTAMP(3) like \"2023-12-31 23:59:59\", got string \"2023-02-03 00:00:00.\"",
                "TIMESTAMP(3) | \"2023-02-03 00:00:00.1234\" | PRECISION_LOSS | v: string \"2023-02-03 00:00:00.1234\" has more digits than TIMESTAMP(3) keeps",
                "TIMESTAMP(3) | 1700000000000 | WRONG_TYPE | v: expected TIMESTAMP(3) like \"2023-12-31 23:59:59\", got number 1700000000000",
                "TIMESTAMP_LTZ(3) | \"2023-02-03 00:00:00\" | WRONG_TYPE | v: expected TIMESTAMP_LTZ(3) like \"2023-12-31 23:59:59Z\", got string \"2023-02-03 00:00:00\"",
                "ARRAY<INT> | [1, \"2\"] | WRONG_TYPE | v[1]: expected INT, got string \"2\"",
                "ARRAY<INT NOT NULL> | [1, null] | MISSING_FIELD | v[1]: null, but declared INT NOT NULL",
                "ARRAY<ARRAY<INT>> | [[1], [2, 2.5]] | WRONG_TYPE | v[1][1]: expected INT, got number 2.5",
                "ARRAY<ROW<a INT>> | [{\"a\": {}}] | WRONG_TYPE | v[0].a: expected INT, got an object",
                "MAP<STRING, INT> | {\"a\": 1, \"a\": 2} | DUPLICATE_FIELD | v[a]: more than once in the same map",
                "MAP<STRING, INT> | {\"a\": 1.5} | WRONG_TYPE | v[a]: expected INT, got number 1.5",
                "MAP<VARCHAR(1), INT> | {\"ab\": 1} | OVERFLOW | v[ab]: the key does not fit into VARCHAR(1)",
                "ROW<a INT, b ROW<c STRING>> | {\"b\": {\"c\": 1}} | WRONG_TYPE | v.b.c: expected STRING, got number 1",
                "ROW<a INT NOT NULL> | {} | MISSING_FIELD | v.a: missing, but declared INT NOT NULL",
                "ROW<a INT> | [] | WRONG_TYPE | v: expected an object, got an array",
            })
    void valueThatWouldBeAlteredIsRefused(String type, String json, String code, String error) {
        assertThat(decoderOf(type).decode("{\"v\": " + json + "}"))
                .containsExactly("+I[null, " + code + ", " + error + "]");
    }

    @ParameterizedTest(name = "ISO-8601, {0}: {1} is {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "TIMESTAMP(3) | 2023-12-31T23:59:59.5 | 2023-12-31T23:59:59.500",
                "TIMESTAMP(3) | 2023-12-31T23:59 | 2023-12-31T23:59",
                "TIMESTAMP_LTZ(3) | 2023-12-31T23:59:59Z | 2023-12-31T23:59:59Z",
            })
    void timestampsFollowTheStandardOfTheInnerFormat(String type, String text, String value) {
        GuardedDecoder decoder =
                GuardedDecoder.of("json", columnOf(type), "json.timestamp-format.standard", "ISO-8601");

        assertThat(decoder.decode("{\"v\": \"" + text + "\"}")).containsExactly("+I[" + value + ", null, null]");
        assertThat(decoder.code("{\"v\": \"" + text.replace('T', ' ') + "\"}")).isEqualTo("WRONG_TYPE");
    }

    @ParameterizedTest(name = "{0} NOT NULL: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "BOOLEAN | false",
                "TINYINT | 0",
                "SMALLINT | 0",
                "INT | 0",
                "BIGINT | 0",
                "FLOAT | 0.0",
                "DOUBLE | 0.0",
                "DECIMAL(5, 2) | 0.00",
                "STRING | ``",
                "CHAR(2) | `  `",
                "BYTES | []",
                "BINARY(2) | [0, 0]",
                "DATE | 1970-01-01",
                "TIME(0) | 00:00",
                "TIMESTAMP(3) | 1970-01-01T00:00",
                "TIMESTAMP_LTZ(3) | 1970-01-01T00:00:00Z",
                "ARRAY<INT> | []",
                "MAP<STRING, INT> | {}",
                "ROW<a INT NOT NULL, b STRING> | +I[0, null]",
            })
    void notNullColumnOfABadRowHoldsZero(String type, String zero) {
        GuardedDecoder decoder = decoderOf(type + " NOT NULL");

        assertThat(decoder.decode("{}"))
                .singleElement()
                .asString()
                .startsWith("+I[" + zero + ", MISSING_FIELD, v: missing");
    }

    @ParameterizedTest(name = "quoted {0}: {1} is {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "INT | 12 | 12",
                "INT | 007 | 7",
                "BIGINT | -9223372036854775808 | -9223372036854775808",
                "DECIMAL(5, 2) | 123.45 | 123.45",
                "DOUBLE | 1.5e3 | 1500.0",
                "BOOLEAN | true | true",
            })
    void quotedValuesAreDecodedWhereAccepted(String type, String text, String value) {
        assertThat(quotedDecoderOf(type).decode("{\"v\": \"" + text + "\"}"))
                .containsExactly("+I[" + value + ", null, null]");
    }

    @ParameterizedTest(name = "quoted {0}: {1} is refused")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "INT | ` 12`",
                "INT | 1.0",
                "INT | ``",
                "INT | -",
                "INT | +1",
                "DECIMAL(5, 2) | 1.",
                "DECIMAL(5, 2) | .5",
                "DECIMAL(5, 2) | 1,5",
                "DECIMAL(5, 2) | 1e",
                "DOUBLE | NaN",
                "DOUBLE | 0x10",
                "BOOLEAN | 1",
            })
    void quotedTextThatIsNoValueIsRefused(String type, String text) {
        assertThat(quotedDecoderOf(type).code("{\"v\": \"" + text + "\"}")).isEqualTo("WRONG_TYPE");
    }

    private static GuardedDecoder decoderOf(String type) {
        return GuardedDecoder.of("json", columnOf(type));
    }

    private static GuardedDecoder quotedDecoderOf(String type) {
        return GuardedDecoder.of("json", columnOf(type), "quoted-values", "true");
    }

    private static DataType columnOf(String type) {
        DataType dataType = TypeConversions.fromLogicalToDataType(
                LogicalTypeParser.parse(type, JsonTypeTest.class.getClassLoader()));
        return ROW(FIELD("v", dataType));
    }
}
