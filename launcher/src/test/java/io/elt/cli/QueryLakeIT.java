package io.elt.cli;

import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Queries over a real lake. */
class QueryLakeIT {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void makeLake() throws Exception {
        Files.writeString(
                folder.resolve("elt.yaml"),
                "name: test\nvars:\n  lake_password: \"{{ env_var('LAKE_PASSWORD', 'none') }}\"\n");
        Files.createDirectories(folder.resolve("sql"));
        Files.createDirectories(folder.resolve("catalogs"));
        Files.writeString(folder.resolve("sql/ods_broken.sql"), "SELECT {{ undefined_name }}");
        Files.writeString(
                folder.resolve("catalogs/lake.sql"),
                """
                CREATE CATALOG lake WITH (
                    'type' = 'paimon',
                    'warehouse' = '{{ var('warehouse') }}',
                    's3.secret-key' = '{{ var('lake_password') }}'
                );
                """);
        // Not mentioned by any query, so never opened.
        Files.writeString(
                folder.resolve("catalogs/elsewhere.sql"), "CREATE CATALOG elsewhere WITH ('type' = 'nothing');");
        TableEnvironment flink = TableEnvironment.create(EnvironmentSettings.inBatchMode());
        flink.executeSql("CREATE CATALOG lake WITH ('type' = 'paimon', 'warehouse' = '"
                + folder.resolve(".elt/warehouse").toUri() + "')");
        flink.executeSql("CREATE DATABASE lake.dws");
        flink.executeSql(
                """
                CREATE TABLE lake.dws.thing (
                    id INT NOT NULL, name STRING, amount DECIMAL(10, 2), at_ TIMESTAMP(3), instant_ TIMESTAMP_LTZ(3),
                    day_ DATE, body BYTES, items ARRAY<INT>, pair ROW<x INT, y STRING>, share FLOAT,
                    PRIMARY KEY (id) NOT ENFORCED)
                """);
        flink.executeSql(
                        """
                        INSERT INTO lake.dws.thing VALUES (1, 'one', 1.50, TIMESTAMP '2024-01-02 03:04:05.678',
                            TO_TIMESTAMP_LTZ(0, 3), DATE '2024-02-03', x'00ff', ARRAY[1, 2], ROW(1, 'y'), CAST(0.1 AS FLOAT))
                        """)
                .await();
        flink.executeSql("INSERT INTO lake.dws.thing (id) VALUES (2)").await();
    }

    private static Called query(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "query";
        all[1] = "-C";
        all[2] = folder.toString();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return Called.with(Map.of("LAKE_PASSWORD", "correct-horse"), all);
    }

    @Test
    void printsEveryTypeAsATable() {
        assertThat(query("SELECT * FROM lake.dws.thing ORDER BY id"))
                .isEqualTo(new Called(
                        0,
                        """
                                id  name  amount  at_                      instant_              day_        body     items  pair       share
                                 1  one     1.50  2024-01-02 03:04:05.678  1970-01-01 00:00:00Z  2024-02-03  x'00ff'  1 2    {x=1 y=y}    0.1
                                 2  NULL    NULL  NULL                     NULL                  NULL        NULL     NULL   NULL        NULL
                                """,
                        ""));
    }

    @Test
    void printsEveryTypeAsJson() {
        assertThat(query("SELECT * FROM dws.thing ORDER BY id", "--output", "json"))
                .isEqualTo(new Called(
                        0,
                        """
                                [
                                  {"id":1,"name":"one","amount":1.50,"at_":"2024-01-02 03:04:05.678","instant_":"1970-01-01 00:00:00Z","day_":"2024-02-03","body":"x'00ff'","items":[1,2],"pair":{"x":1,"y":"y"},"share":0.1},
                                  {"id":2,"name":null,"amount":null,"at_":null,"instant_":null,"day_":null,"body":null,"items":null,"pair":null,"share":null}
                                ]
                                """,
                        ""));
    }

    @Test
    void travelsBackInTime() {
        assertThat(query("SELECT id FROM dws.thing /*+ OPTIONS('scan.snapshot-id'='1') */")
                        .out())
                .isEqualTo("id\n 1\n");
        assertThat(query("SELECT COUNT(*) AS n FROM dws.thing FOR SYSTEM_TIME AS OF TIMESTAMP '2999-01-01 00:00:00'")
                        .out())
                .isEqualTo("n\n2\n");
        assertThat(query("SELECT snapshot_id FROM dws.`thing$snapshots`").out())
                .isEqualTo("snapshot_id\n          1\n          2\n");
    }

    @Test
    void aResultOfAnySizeIsPrintedAsItComes() {
        Called called = query("WITH n AS (SELECT 1 AS x UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4),"
                + " m AS (SELECT 1 AS y FROM n a, n b, n c, n d, n e, n f) SELECT y FROM m");

        assertThat(called.out().lines()).hasSize(4097);
    }

    @Test
    void tellsWhatThereIs() {
        assertThat(query("SHOW TABLES FROM dws").out()).isEqualTo("table name\nthing\n");
        assertThat(query("DESCRIBE dws.thing").out()).contains("amount", "DECIMAL(10, 2)");
        assertThat(query("EXPLAIN SELECT id FROM dws.thing").out())
                .contains("== Optimized Execution Plan ==\nTableSourceScan");
        assertThat(query("SHOW CREATE TABLE dws.thing").out()).contains("\n  `id` INT NOT NULL,\n");
    }

    @Test
    void neverShowsThePasswordOfACatalog() {
        Called called = query("SHOW CREATE CATALOG lake");

        assertThat(called.exitCode()).as(called.err()).isZero();
        assertThat(called.out()).contains("'s3.secret-key' = '******'").doesNotContain("correct-horse");
    }

    @Test
    void pointsAtWhatIsWrong() {
        assertThat(query("SELECT id,\n  amout\nFROM dws.thing"))
                .isEqualTo(
                        new Called(
                                1,
                                "",
                                """
                                query:2:3: error[ELT5004]: there is no column 'amout'
                                  2 |   amout
                                    |   ^^^^^
                                  hint: did you mean 'amount'?

                                more: elt explain ELT5004
                                """));
        assertThat(query("SELECT * FROM dws.thin").err())
                .startsWith("query:1:15: error[ELT5003]: there is no table dws.thin\n")
                .contains("hint: did you mean 'dws.thing'?");
        assertThat(query("SELECT id, FROM dws.thing").err()).startsWith("query:1:12: error[ELT5001]: 'FROM' is not");
    }

    @Test
    void aQueryThatFailsWhileItRunsTellsWhyInOneLine() {
        Called called = query("SELECT CAST(name AS INT) FROM dws.thing");

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.err()).startsWith("query:1:1: error[ELT6002]: the query failed: NumberFormatException");
        assertThat(called.err()).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE dws.thing",
                "INSERT INTO dws.thing (id) VALUES (3)",
                "CALL sys.compact('dws.thing')",
                "EXECUTE INSERT INTO dws.thing (id) VALUES (3)",
                "CREATE TABLE dws.other AS SELECT 1",
                "SELECT 1; DROP TABLE dws.thing",
            })
    void onlyReads(String change) {
        Called called = query(change);

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.err()).contains("error[ELT5002]");
        assertThat(query("SELECT COUNT(*) AS n FROM dws.thing").out()).isEqualTo("n\n2\n");
    }

    @Test
    void anEmptyQueryIsWrongUsage() {
        assertThat(query(" ; ").exitCode()).isEqualTo(2);
        assertThat(query().exitCode()).isEqualTo(2);
    }
}
