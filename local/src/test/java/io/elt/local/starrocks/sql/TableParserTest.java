package io.elt.local.starrocks.sql;

import io.elt.local.starrocks.model.Column;
import io.elt.local.starrocks.model.KeyModel;
import io.elt.local.starrocks.model.StarRocksException;
import io.elt.local.starrocks.model.Table;
import io.elt.local.starrocks.model.TableName;
import io.elt.local.starrocks.model.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class TableParserTest {
    private static Table parse(String sql) throws StarRocksException {
        TokenReader reader = new TokenReader(SqlLexer.statements(sql).get(0));
        reader.expect("CREATE", "TABLE");
        return new TableParser(reader).parse(Optional.of("ads"));
    }

    private static View parseView(String sql) throws StarRocksException {
        TokenReader reader = new TokenReader(SqlLexer.statements(sql).get(0));
        reader.expect("CREATE", "VIEW");
        return new ViewParser(reader).parse(Optional.of("ads"));
    }

    @Test
    void readsAllClauses() throws Exception {
        Table table = parse("CREATE TABLE `dws`.account (id BIGINT(20) NOT NULL COMMENT \"the key\", "
                + "name VARCHAR(10) DEFAULT 'it''s', made DATETIME DEFAULT CURRENT_TIMESTAMP, n DECIMAL(9, 2) NULL DEFAULT \"-1\") "
                + "ENGINE = OLAP PRIMARY KEY (id) COMMENT 'all' PARTITION BY RANGE(made) (PARTITION p VALUES LESS THAN ('2020')) "
                + "DISTRIBUTED BY HASH(id) BUCKETS 4 ORDER BY (name) PROPERTIES ('replication_num' = '1')");
        assertThat(table.name()).isEqualTo(new TableName("dws", "account"));
        assertThat(table.model()).isEqualTo(KeyModel.PRIMARY);
        assertThat(table.keys()).containsExactly("id");
        assertThat(table.columns())
                .extracting(
                        Column::name,
                        column -> column.type().columnType(),
                        Column::nullable,
                        column -> column.defaultValue().orElse(null))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("id", "bigint(20)", false, null),
                        org.assertj.core.groups.Tuple.tuple("name", "varchar(10)", true, "it's"),
                        org.assertj.core.groups.Tuple.tuple("made", "datetime", true, Column.NOW),
                        org.assertj.core.groups.Tuple.tuple("n", "decimal(9, 2)", true, "-1"));
        assertThat(table.layout().distribution()).contains("DISTRIBUTED BY HASH(id) BUCKETS 4");
        assertThat(table.layout().partition())
                .hasValueSatisfying(text -> assertThat(text).startsWith("PARTITION BY RANGE"));
        assertThat(table.layout().properties()).containsEntry("replication_num", "1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BOOLEAN | boolean | tinyint | null | null",
                "TINYINT | tinyint(4) | tinyint | 3 | 0",
                "SMALLINT | smallint(6) | smallint | 5 | 0",
                "INTEGER | int(11) | int | 10 | 0",
                "BIGINT | bigint(20) | bigint | 19 | 0",
                "LARGEINT | largeint(40) | bigint unsigned | 39 | 0",
                "FLOAT | float | float | 7 | 7",
                "DOUBLE | double | double | 15 | 15",
                "DECIMAL | decimal(10, 0) | decimal | 10 | 0",
                "DECIMAL(38) | decimal(38, 0) | decimal | 38 | 0",
                "CHAR(3) | char(3) | char | 3 | null",
                "STRING | varchar(65533) | varchar | 65533 | null",
                "VARCHAR(1048576) | varchar(1048576) | varchar | 1048576 | null",
                "DATE | date | date | null | null",
                "DATETIME | datetime | datetime | null | null",
                "JSON | json | json | null | null"
            })
    void describesTypesAsStarRocksDoes(String type, String columnType, String dataType, String size, String digits)
            throws Exception {
        Column column = parse("CREATE TABLE t (c " + type + ")").columns().get(0);
        assertThat(column.type().columnType()).isEqualTo(columnType);
        assertThat(column.type().name().dataType()).isEqualTo(dataType);
        assertThat(String.valueOf(column.type().columnSize())).isEqualTo(size);
        assertThat(String.valueOf(column.type().decimalDigits())).isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE TABLE t (a INT, b STRING) | ",
                "CREATE TABLE t (a INT NOT NULL COMMENT 'x \"y\" \\\\ z', b DATETIME DEFAULT CURRENT_TIMESTAMP) PRIMARY KEY (a) |",
                "CREATE TABLE t (`a b` INT, b DECIMAL(5,1) DEFAULT '0.5') DUPLICATE KEY (`a b`) COMMENT \"it's\" DISTRIBUTED BY RANDOM |",
                "CREATE TABLE t (a DATE NOT NULL) PARTITION BY date_trunc('month', a) DISTRIBUTED BY HASH(a) PROPERTIES ('b'='1', 'a'='2') |"
            })
    void whatIsShownMakesTheSameTable(String sql, String nothing) throws Exception {
        Table table = parse(sql);
        String shown = TableWriter.write(table);
        assertThat(parse(shown)).isEqualTo(table);
        assertThat(TableWriter.write(parse(shown))).isEqualTo(shown);
    }

    @Test
    void aViewKeepsItsQueryAsWritten() throws Exception {
        View view = parseView("CREATE VIEW v (a COMMENT \"x\", b) COMMENT 'y' AS SELECT `a`,  \"b\" -- why\nFROM t");
        assertThat(view.columns()).containsExactly(new View.ViewColumn("a", "x"), new View.ViewColumn("b", ""));
        assertThat(view.query()).isEqualTo("SELECT `a`,  \"b\" -- why\nFROM t");
        assertThat(parseView(TableWriter.write(view))).isEqualTo(view);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(a INT, A INT) | Duplicate column name 'A'",
                "(a INT) PRIMARY KEY (b) | Key column(b) doesn't exist",
                "(a INT, b INT) PRIMARY KEY (b) | ordered prefix",
                "(a DECIMAL(5,2)) PRIMARY KEY (a) | type not supported: DECIMAL",
                "(a DECIMAL(39,2)) | precision should range from 1 to 38",
                "(a VARCHAR(0)) | size must be between 1 and 1048576",
                "(a MAP<INT, INT>) | not supported by the embedded StarRocks: the type MAP",
                "(a INT SUM) AGGREGATE KEY (a) | aggregate tables",
                "(a INT) UNIQUE KEY (a) | use PRIMARY KEY",
                "(a INT) ENGINE = MYSQL | ENGINE=MYSQL",
                "(a INT AUTO_INCREMENT) | AUTO_INCREMENT",
                "(a INT) WHATEVER | Unexpected input 'WHATEVER'",
                "(a INT | Unexpected input the end of the statement",
                "LIKE other | CREATE TABLE LIKE"
            })
    void refusesWhatStarRocksOrThisServerDoesNotTake(String definition, String message) {
        assertThatThrownBy(() -> parse("CREATE TABLE t " + definition))
                .isInstanceOf(StarRocksException.class)
                .hasMessageContaining(message);
    }
}
