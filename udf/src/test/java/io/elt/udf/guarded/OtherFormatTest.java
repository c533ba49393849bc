package io.elt.udf.guarded;

import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.types.DataType;
import org.junit.jupiter.api.Test;

import static org.apache.flink.table.api.DataTypes.FIELD;
import static org.apache.flink.table.api.DataTypes.ROW;
import static org.assertj.core.api.Assertions.assertThat;

/** Formats without a strict check of their own: what they refuse or give nothing for becomes a row. */
class OtherFormatTest {

    private static final DataType LINE = ROW(
            FIELD("id", DataTypes.INT().notNull()), FIELD("day", DataTypes.DATE()), FIELD("note", DataTypes.STRING()));

    private final GuardedDecoder lines =
            GuardedDecoder.of("csv", LINE, "csv.field-delimiter", ";", "csv.null-literal", "");

    @Test
    void csvIsDecoded() {
        assertThat(lines.decode("1;1993-01-01;\"a;b\"")).containsExactly("+I[1, 1993-01-01, a;b, null, null]");
    }

    @Test
    void whatCsvRefusesBecomesARow() {
        assertThat(lines.decode("x;1993-01-01;a"))
                .containsExactly("+I[0, null, null, INNER_FORMAT, csv: For input string: \"x\"]");
        assertThat(lines.code("1;1993-01-01")).isEqualTo("INNER_FORMAT");
        assertThat(lines.code("1;1993-01-01;a;b")).isEqualTo("INNER_FORMAT");
        assertThat(lines.code("")).isEqualTo("EMPTY");
    }

    @Test
    void nullInANotNullColumnIsRefused() {
        assertThat(lines.error(";1993-01-01;a")).isEqualTo("id: null, but declared INT NOT NULL");
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
