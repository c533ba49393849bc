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

/** Formats besides the JSON family: csv has a strict check too; what raw refuses or gives nothing for becomes a row. */
class OtherFormatTest {

    private static final DataType LINE = ROW(
            FIELD("id", DataTypes.INT().notNull()), FIELD("day", DataTypes.DATE()), FIELD("note", DataTypes.STRING()));

    private static final DataType VALUES = ROW(
            FIELD("amount", DataTypes.DECIMAL(5, 2)),
            FIELD("ok", DataTypes.BOOLEAN()),
            FIELD("at", DataTypes.TIME(3)),
            FIELD("booked", DataTypes.TIMESTAMP(3)),
            FIELD("tags", DataTypes.ARRAY(DataTypes.INT())),
            FIELD("nested", ROW(FIELD("a", DataTypes.INT()), FIELD("b", DataTypes.STRING()))));

    private final GuardedDecoder lines =
            GuardedDecoder.of("csv", LINE, "csv.field-delimiter", ";", "csv.null-literal", "");

    @Test
    void csvIsDecoded() {
        assertThat(lines.decode("1;1993-01-01;\"a;b\"")).containsExactly("+I[1, 1993-01-01, a;b, null, null]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                  | EMPTY         | empty record",
                "x;1993-01-01;a      | WRONG_TYPE    | id: expected INT, got string \"x\"",
                "1.0;1993-01-01;a    | WRONG_TYPE    | id: expected INT, got string \"1.0\"",
                "2147483648;;a       | OVERFLOW      | id: string \"2147483648\" does not fit into INT",
                "1;1993-02-30;a      | WRONG_TYPE    | day: expected DATE like \"2023-12-31\", got string \"1993-02-30\"",
                ";1993-01-01;a       | MISSING_FIELD | id: null, but declared INT NOT NULL",
                "1;1993-01-01        | MISSING_FIELD | note: missing, but declared STRING",
                "1;1993-01-01;a;b    | INNER_FORMAT  | csv: Too many entries: expected at most 3 (value #3 (1 chars) \"b\")",
            })
    void lineThatCsvWouldAlterIsRefused(String line, String code, String error) {
        assertThat(lines.code(line)).isEqualTo(code);
        assertThat(lines.error(line)).isEqualTo(error);
    }

    @Test
    void lineIsOne() {
        assertThat(lines.code("1;;a\n")).isEqualTo("OK");
        assertThat(lines.code("1;;a\n2;;b")).isEqualTo("TRAILING_DATA");
        assertThat(lines.code("1;;\"a")).isEqualTo("INNER_FORMAT");
        assertThat(lines.code("1;;Pla\u0161il".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("OK");
        assertThat(lines.code("1;;Pl\u00e1\u00e9".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("NOT_UTF8");
    }

    @Test
    void everyCsvTypeIsChecked() {
        GuardedDecoder values = GuardedDecoder.of("csv", VALUES);

        assertThat(values.decode("1.50,TRUE,10:00:00.5,1993-01-01 10:00:00.123,1;2;3,7;x"))
                .containsExactly(
                        "+I[1.50, true, 10:00:00.500, 1993-01-01T10:00:00.123, [1, 2, 3], +I[7, x], null, null]");
        assertThat(values.code("1.505,true,10:00:00,1993-01-01 10:00:00,1,7;x")).isEqualTo("PRECISION_LOSS");
        assertThat(values.code("1.5,1,10:00:00,1993-01-01 10:00:00,1,7;x")).isEqualTo("WRONG_TYPE");
        assertThat(values.code("1.5,true,10:00:00.12345,1993-01-01 10:00:00,1,7;x"))
                .isEqualTo("PRECISION_LOSS");
        assertThat(values.code("1.5,true,10:00:00,1993-02-29 10:00:00,1,7;x")).isEqualTo("WRONG_TYPE");
        assertThat(values.error("1.5,true,10:00:00,1993-01-01 10:00:00,1;2.5,7;x"))
                .isEqualTo("tags[1]: expected INT, got string \"2.5\"");
        assertThat(values.code("1.5,true,10:00:00,1993-01-01 10:00:00,1,y;x")).isEqualTo("INNER_FORMAT");
    }

    @Test
    void optionsOfCsvHoldForTheCheck() {
        GuardedDecoder decoder = GuardedDecoder.of(
                "csv",
                LINE,
                "csv.field-delimiter",
                "\\t",
                "csv.disable-quote-character",
                "true",
                "csv.escape-character",
                "/",
                "csv.allow-comments",
                "true",
                "csv.null-literal",
                "NULL");

        assertThat(decoder.decode("1\tNULL\t\"a/\t")).containsExactly("+I[1, null, \"a\t, null, null]");
        assertThat(decoder.decode("# a comment")).isEmpty();
        assertThat(decoder.code("")).isEqualTo("EMPTY");
    }

    @Test
    void notStrictLeavesCsvAsItIs() {
        GuardedDecoder lenient = GuardedDecoder.of("csv", LINE, "strict", "false", "csv.field-delimiter", ";");

        assertThat(lenient.decode("1;1993-02-30;a")).containsExactly("+I[1, 1993-03-02, a, null, null]");
        assertThat(lenient.error("x;1993-01-01;a")).isEqualTo("csv: For input string: \"x\"");
        assertThat(lenient.code("")).isEqualTo("EMPTY");
    }

    @Test
    void nullPayloadIsAnErrorForCsv() {
        assertThat(lines.code((byte[]) null)).isEqualTo("NULL_PAYLOAD");
    }

    @Test
    void nullAndEmptyPayloadAreValuesForRaw() {
        GuardedDecoder raw = GuardedDecoder.of("raw", ROW(FIELD("line", DataTypes.STRING())));

        assertThat(raw.decode("text")).containsExactly("+I[text, null, null]");
        assertThat(raw.decode("")).containsExactly("+I[, null, null]");
        assertThat(raw.decode((byte[]) null)).containsExactly("+I[null, null, null]");
        GuardedDecoder notNull =
                GuardedDecoder.of("raw", ROW(FIELD("line", DataTypes.STRING().notNull())));
        assertThat(notNull.error("")).isEqualTo("OK");
        assertThat(notNull.decode((byte[]) null))
                .containsExactly("+I[, MISSING_FIELD, line: null, but declared STRING NOT NULL]");
    }

    @Test
    void rawThatDoesNotFitIsRefused() {
        GuardedDecoder raw = GuardedDecoder.of("raw", ROW(FIELD("number", DataTypes.INT())));

        assertThat(raw.code("ab")).isEqualTo("INNER_FORMAT");
    }
}
