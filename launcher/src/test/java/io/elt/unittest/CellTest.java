package io.elt.unittest;

import io.elt.plan.TableName;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.utils.LogicalTypeParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

import static io.elt.unittest.CaseText.problems;
import static org.assertj.core.api.Assertions.assertThat;

/** Cells as they are written, read by the types of their columns, and told again. */
class CellTest {
    private static final TestTable OUTPUT = CaseText.table("b", "id INT", "", Delivery.CHANGELOG);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "INT                 | 7                     | 7",
                "BIGINT              | -9223372036854775808  | -9223372036854775808",
                "TINYINT             | 127                   | 127",
                "DECIMAL(15, 2)      | 100.00                | 100.00",
                "DECIMAL(15, 2)      | 100                   | 100.00",
                "DECIMAL(5, 0)       | 1e3                   | 1000",
                "DOUBLE              | .nan                  | NaN",
                "DOUBLE              | 1.5                   | 1.5",
                "FLOAT               | -.inf                 | -Infinity",
                "BOOLEAN             | true                  | true",
                "STRING              | 007                   | 007",
                "STRING              | \"\"                  | \"\"",
                "VARCHAR(3)          | Brn                   | Brn",
                "DATE                | 2024-02-29            | 2024-02-29",
                "TIME(0)             | '12:30:00'            | 12:30",
                "TIMESTAMP(3)        | '2024-01-31 12:00:00' | 2024-01-31 12:00:00",
                "TIMESTAMP(3)        | 2024-01-31T12:00:00.5 | 2024-01-31 12:00:00.5",
                "TIMESTAMP_LTZ(3)    | '2024-01-31 12:00:00' | 2024-01-31 12:00:00",
                "TIMESTAMP_LTZ(3)    | 2024-01-31T11:00:00Z  | 2024-01-31 12:00:00",
                "BYTES               | text                  | text",
                "BYTES               | '0xff00'              | 0xff00",
                "ARRAY<INT>          | [1, 2]                | [1, 2]",
                "MAP<STRING, INT>    | {a: 1}                | {a: 1}",
                "ROW<a INT, b STRING> | {b: x}               | {a: NULL, b: x}",
                "INT                 | null                  | NULL",
                "STRING              | ~                     | NULL",
            })
    void isReadAndToldAsItWasMeant(String type, String written, String told) {
        String expected = told.equals("\"\"") ? "" : told;

        assertThat(told(type, written)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "INT            | 2147483648     | c is INT, but 2147483648 is out of its range",
                "INT            | 1.5            | c is INT, but 1.5 is no whole number",
                "INT            | '7'            | c is INT, but it is given the text '7'",
                "INT            | [1]            | c is INT, but it is given a list",
                "INT NOT NULL   | null           | c is INT NOT NULL, but it is given NULL",
                "DECIMAL(15, 2) | 1.005          | c is DECIMAL(15, 2), but 1.005 has 3 decimals",
                "DECIMAL(3, 2)  | 10             | c is DECIMAL(3, 2), but 10 is out of its range",
                "BOOLEAN        | yes            | c is BOOLEAN, but it is given the text 'yes'",
                "VARCHAR(3)     | Brno           | c is VARCHAR(3), but the text has 4 characters",
                "DATE           | 2024-02-30     | c is DATE, but '2024-02-30' is no day such as '2024-01-31'",
                "DATE           | '2024-2-1'     | no day such as",
                "TIMESTAMP(0)   | '2024-01-31 12:00:00.5' | is more precise",
                "TIMESTAMP(3)   | noon           | is no time such as '2024-01-31 12:00:00'",
                "TIMESTAMP(3)   | '2024-01-31 25:00:00' | is no time such as",
                "BYTES          | '0xf'          | is not hexadecimal",
                "ARRAY<INT>     | [1, x]         | c is INT, but it is given the text 'x'",
                "ROW<abc INT>   | {abd: 1}       | c has no field 'abd' | did you mean 'abc'?",
            })
    void isNeverRoundedCutOrGuessed(String type, String written, String message) {
        assertThat(problems(() -> typed(type, written)))
                .singleElement()
                .asString()
                .matches("3:\\d+ ELT2304 .*")
                .contains(message);
    }

    private static String told(String type, String written) {
        TypedCase test = typed(type, written);
        RowData row = ((Event.Change) test.events().get(0)).row();
        assertThat(row).isInstanceOf(GenericRowData.class);
        return new CellText(CaseText.PRAGUE).of(input(type), row, 0);
    }

    private static TypedCase typed(String type, String written) {
        return CaseText.typed(
                """
                - name: a
                  file: f
                  given: {lake.l.a: [{c: %s}]}
                  expect: {lake.l.b: []}
                """
                        .formatted(written),
                input(type),
                OUTPUT);
    }

    private static TestTable input(String type) {
        LogicalType parsed = LogicalTypeParser.parse(type, CellTest.class.getClassLoader());
        return new TestTable(
                new TableName("lake", "l", "a"),
                List.of(new TestColumn("c", parsed)),
                List.of(),
                Delivery.APPEND,
                false,
                Optional.empty());
    }
}
