package io.elt.local.starrocks;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The connector's own Flink catalog, unmodified, as the warehouse uses it. */
final class FlinkCatalogIT {
    @TempDir
    private Path directory;

    private Server server;

    @BeforeEach
    void start() throws Exception {
        server = Server.start(directory);
        server.run(
                "CREATE DATABASE ads",
                "CREATE TABLE ads.account (account_id BIGINT NOT NULL, branch VARCHAR(20) NOT NULL,"
                        + " balance DECIMAL(18,2), opened DATE, seen DATETIME, vip BOOLEAN, cards INT, rate DOUBLE,"
                        + " small SMALLINT, tiny TINYINT, real_rate FLOAT, note STRING)"
                        + " PRIMARY KEY(account_id) DISTRIBUTED BY HASH(account_id)");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private TableEnvironment flink(String options) {
        Configuration configuration = new Configuration();
        configuration.setString("execution.checkpointing.interval", "500ms");
        configuration.setString("parallelism.default", "1");
        configuration.setString("restart-strategy.type", "none");
        configuration.setString("table.exec.sink.upsert-materialize", "NONE");
        TableEnvironment flink = TableEnvironment.create(EnvironmentSettings.newInstance()
                .inStreamingMode()
                .withConfiguration(configuration)
                .build());
        flink.executeSql(
                "CREATE CATALOG starrocks WITH ('type'='starrocks', 'default-database'='ads', 'username'='root',"
                        + " 'password'='', 'jdbc-url'='jdbc:mysql://127.0.0.1:" + server.queryPort() + "',"
                        + " 'http-url'='127.0.0.1:" + server.httpPort() + "'" + options + ")");
        return flink;
    }

    @Test
    void mapsEveryTypeOfAPrimaryKeyTable() {
        assertThat(flink("").executeSql("DESCRIBE starrocks.ads.account").collect())
                .toIterable()
                .extracting(
                        row -> row.getField(0) + " " + row.getField(1) + " " + row.getField(2) + " " + row.getField(3))
                .containsExactly(
                        "account_id BIGINT false PRI(account_id)",
                        "branch VARCHAR(20) false null",
                        "balance DECIMAL(18, 2) true null",
                        "opened DATE true null",
                        "seen TIMESTAMP(0) true null",
                        "vip BOOLEAN true null",
                        "cards INT true null",
                        "rate DOUBLE true null",
                        "small SMALLINT true null",
                        "tiny TINYINT true null",
                        "real_rate FLOAT true null",
                        "note VARCHAR(65533) true null");
    }

    @Test
    void writesEveryTypeAtLeastOnce() throws Exception {
        flink(", 'sink.properties.format'='json', 'sink.properties.strip_outer_array'='true'")
                .executeSql("INSERT INTO starrocks.ads.account VALUES (1, 'Praha', 10.5, DATE '2020-02-29',"
                        + " TIMESTAMP '2020-02-29 10:11:12', TRUE, 3, 0.1, CAST(7 AS SMALLINT), CAST(8 AS TINYINT),"
                        + " CAST(1.5 AS FLOAT), 'říká \"ano\"\n\\tab'), (2, 'Brno', CAST(NULL AS DECIMAL(18, 2)),"
                        + " CAST(NULL AS DATE), CAST(NULL AS TIMESTAMP), FALSE, CAST(NULL AS INT),"
                        + " CAST(NULL AS DOUBLE), CAST(NULL AS SMALLINT), CAST(NULL AS TINYINT), CAST(NULL AS FLOAT),"
                        + " CAST(NULL AS STRING))")
                .await();
        assertThat(server.rows("SELECT * FROM ads.account ORDER BY account_id"))
                .containsExactly(
                        "1|Praha|10.50|2020-02-29|2020-02-29 10:11:12|1|3|0.1|7|8|1.5|říká \"ano\"\n\\tab",
                        "2|Brno|null|null|null|0|null|null|null|null|null|null");
    }

    @Test
    void writesExactlyOnceWithOptionsOfTheCatalog() throws Exception {
        flink(", 'sink.semantic'='exactly-once', 'sink.label-prefix'='bank', 'sink.properties.format'='json',"
                        + " 'sink.properties.strip_outer_array'='true'")
                .executeSql("INSERT INTO starrocks.ads.account (account_id, branch) VALUES (1, 'Praha'), (2, 'Brno')")
                .await();
        assertThat(server.rows("SELECT account_id, branch FROM ads.account ORDER BY 1"))
                .containsExactly("1|Praha", "2|Brno");
    }

    @Test
    void writesExactlyOnceWithOptionsOfAHint() throws Exception {
        flink("")
                .executeSql("INSERT INTO starrocks.ads.account /*+ OPTIONS('sink.semantic'='exactly-once',"
                        + " 'sink.label-prefix'='hint', 'sink.properties.format'='json',"
                        + " 'sink.properties.strip_outer_array'='true') */ (account_id, branch)"
                        + " VALUES (1, 'Praha'), (1, 'Brno')")
                .await();
        assertThat(server.rows("SELECT account_id, branch FROM ads.account")).containsExactly("1|Brno");
    }

    @Test
    void writesCsvWhichIsTheConnectorsDefault() throws Exception {
        flink("")
                .executeSql("INSERT INTO starrocks.ads.account (account_id, branch) VALUES (1, 'Praha'), (2, 'Brno')")
                .await();
        assertThat(server.rows("SELECT account_id, branch, balance FROM ads.account ORDER BY 1"))
                .containsExactly("1|Praha|null", "2|Brno|null");
    }

    @Test
    void aValueThatDoesNotFitFailsTheJobWithTheReason() {
        TableEnvironment flink = flink("");
        flink.executeSql(connectorTable("account", "'sink.max-retries'='0'"));
        assertThatThrownBy(() -> flink.executeSql("INSERT INTO sink VALUES (1, 'a name of more than twenty bytes')")
                        .await())
                .hasStackTraceContaining("too many filtered rows")
                .hasStackTraceContaining("column='branch', capacity=20, length=32");
    }

    @Test
    void listsAndCreatesTables() throws Exception {
        TableEnvironment flink = flink("");
        flink.executeSql("CREATE TABLE starrocks.ads.made (id BIGINT NOT NULL, amount DECIMAL(10, 2), d DATE, t STRING,"
                + " PRIMARY KEY (id) NOT ENFORCED)");
        flink.useCatalog("starrocks");
        assertThat(flink.listTables()).containsExactlyInAnyOrder("account", "made");
        assertThat(server.value("SHOW CREATE TABLE ads.made")).contains("PRIMARY KEY(`id`)", "decimal(10, 2)");
    }

    @Test
    void updatesAndDeletesOfAChangelogArrive() throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        environment.setParallelism(1);
        environment.enableCheckpointing(500);
        StreamTableEnvironment flink = StreamTableEnvironment.create(environment);
        Table changes = flink.fromChangelogStream(environment.fromData(
                Types.ROW_NAMED(new String[] {"id", "branch"}, Types.LONG, Types.STRING),
                Row.ofKind(RowKind.INSERT, 1L, "Praha"),
                Row.ofKind(RowKind.INSERT, 2L, "Brno"),
                Row.ofKind(RowKind.UPDATE_BEFORE, 1L, "Praha"),
                Row.ofKind(RowKind.UPDATE_AFTER, 1L, "Kolin"),
                Row.ofKind(RowKind.INSERT, 3L, "Tabor"),
                Row.ofKind(RowKind.DELETE, 2L, "Brno")));
        flink.createTemporaryView("changes", changes);
        flink.getConfig().set("table.exec.sink.upsert-materialize", "NONE");
        flink.executeSql(connectorTable("account", "'sink.semantic'='exactly-once', 'sink.label-prefix'='changes'"));
        flink.executeSql("INSERT INTO sink SELECT id, branch FROM changes").await();
        assertThat(server.rows("SELECT account_id, branch FROM ads.account ORDER BY 1"))
                .containsExactly("1|Kolin", "3|Tabor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'sink.version'='V1'",
                "'sink.version'='V2', 'sink.at-least-once.use-transaction-stream-load'='false'",
                "'sink.version'='V2', 'sink.use.new-sink-api'='true', 'sink.semantic'='exactly-once',"
                        + " 'sink.label-prefix'='new'",
                "'sink.properties.columns'='account_id, branch, __op'"
            })
    void everyKindOfSinkOfTheConnectorWrites(String options) throws Exception {
        // The connector's V1 wants all columns of the table.
        server.run("CREATE TABLE ads.small (account_id BIGINT NOT NULL, branch STRING) PRIMARY KEY (account_id)");
        TableEnvironment flink = flink("");
        flink.executeSql(connectorTable("small", options));
        flink.executeSql("INSERT INTO sink VALUES (1, 'Praha'), (2, 'Brno'), (1, 'Kolin')")
                .await();
        assertThat(server.rows("SELECT account_id, branch FROM ads.small ORDER BY 1"))
                .containsExactly("1|Kolin", "2|Brno");
    }

    private String connectorTable(String table, String options) {
        return "CREATE TEMPORARY TABLE sink (account_id BIGINT, branch STRING, PRIMARY KEY (account_id) NOT ENFORCED)"
                + " WITH ('connector'='starrocks', 'database-name'='ads', 'table-name'='" + table
                + "', 'username'='root',"
                + " 'password'='', 'sink.properties.format'='json', 'sink.properties.strip_outer_array'='true',"
                + " 'load-url'='127.0.0.1:" + server.httpPort() + "', 'jdbc-url'='jdbc:mysql://127.0.0.1:"
                + server.queryPort() + "', " + options + ")";
    }
}
