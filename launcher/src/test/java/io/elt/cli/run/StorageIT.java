package io.elt.cli.run;

import io.elt.cli.run.ProjectCopy.Outcome;
import io.elt.hadoop.Hadoop;
import io.elt.plan.TableName;
import io.elt.s3.S3Store;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lake and state in an object store and on HDFS: a project of two layers, two of whose jobs write the quarantine, is killed, goes
 * on, is stopped, and every row is there once.
 */
class StorageIT {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("STORE_USER", S3Store.ACCESS_KEY, "STORE_SECRET", S3Store.SECRET_KEY);

    private static final String PROJECT =
            """
            name: shop
            vars: {history: 1 d, consumer_expiry: 1 d, buckets: 1}
            sources:
              sale:
                connector: kafka
                topic: sale
                properties.bootstrap.servers: "{{ var('kafka') }}"
                properties.group.id: sale
                scan.startup.mode: earliest-offset
                format: guarded
                guarded.format: json
                guarded.raw: always
              refund:
                connector: kafka
                topic: refund
                properties.bootstrap.servers: "{{ var('kafka') }}"
                properties.group.id: refund
                scan.startup.mode: earliest-offset
                format: guarded
                guarded.format: json
                guarded.raw: always
            targets:
              default: local
              local:
                run-on: embedded
                state: %1$s/state
                vars: {warehouse: %1$s/warehouse}
                flink:
                  execution.checkpointing.interval: 2 s
                  state.backend.type: hashmap
                  paimon.lake.*.*.continuous.discovery-interval: 500 ms
            %2$s
            """;

    /** Written once, for the state and for the lake. */
    private static final String KEYS =
            """
                  s3.endpoint: %s
                  s3.access-key: "{{ env_var('STORE_USER') }}"
                  s3.secret-key: "{{ env_var('STORE_SECRET') }}"
                  s3.path-style-access: true
            """;

    private static final String ODS =
            """
            CREATE DATABASE IF NOT EXISTS lake.ods;
            CREATE TABLE IF NOT EXISTS lake.ods.%1$s (id BIGINT NOT NULL, amount INT, PRIMARY KEY (id) NOT ENFORCED)
            WITH ({{ history('lookup') }});
            CREATE TEMPORARY TABLE %1$s_events (id BIGINT, amount INT, {{ guarded_columns('%1$s', 'id') }})
            WITH ({{ source('%1$s') }});
            {{ ingest('%1$s', 'lake.ods.%1$s', '%1$s_events', ['id', 'amount'], {'no id': 'id IS NOT NULL'}) }}
            """;

    private static final String DWS =
            """
            CREATE DATABASE IF NOT EXISTS lake.dws;
            CREATE TABLE IF NOT EXISTS lake.dws.total (
                kind STRING NOT NULL, rows_counted BIGINT, amount BIGINT, PRIMARY KEY (kind) NOT ENFORCED)
            WITH ({{ history('input') }});
            INSERT INTO lake.dws.total
            SELECT kind, COUNT(*), SUM(amount)
            FROM (
                SELECT 'sale' AS kind, amount FROM lake.ods.sale
                UNION ALL
                SELECT 'refund', amount FROM lake.ods.refund
            )
            GROUP BY kind;
            """;

    private static final TableName TOTAL = new TableName("lake", "dws", "total");
    private static final TableName QUARANTINE = new TableName("lake", "ods", "quarantine");

    @TempDir
    private Path folder;

    @Test
    void inAnObjectStore() throws IOException {
        S3Store store = S3Store.shared();
        String bucket = store.bucket("shop");
        ProjectCopy project = project(bucket, KEYS.formatted(store.endpoint()));

        String said = lives(project, rows(bucket, store.settings()));

        assertThat(said).doesNotContain(S3Store.SECRET_KEY);
        assertThat(Files.readString(project.eltFolder().log())).doesNotContain(S3Store.SECRET_KEY);
    }

    @Test
    void onHdfs() throws IOException {
        String root = Hadoop.shared().fileSystem() + "/shop";

        lives(project(root, ""), rows(root, Map.of()));
    }

    private static LakeRows rows(String root, Map<String, String> settings) {
        Map<String, String> properties = new HashMap<>(settings);
        properties.put("type", "paimon");
        properties.put("warehouse", root + "/warehouse");
        return new LakeRows(Map.of("lake", properties));
    }

    @Test
    void whatIsWrongWithAStoreIsToldBeforeAnythingStarts() throws IOException {
        S3Store store = S3Store.shared();
        Outcome missing =
                project("s3://no-such-bucket", KEYS.formatted(store.endpoint())).elt(ENVIRONMENT, "run", "--once");
        Outcome wrong = project(store.bucket("guarded"), KEYS.formatted(store.endpoint()))
                .elt(Map.of("STORE_USER", S3Store.ACCESS_KEY, "STORE_SECRET", "wr0ng-s3cret"), "run", "--once");

        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err()).contains("ELT7070", "no-such-bucket").doesNotContain("START embedded stack", "\tat ");
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.err())
                .contains("ELT7071", "s3.secret-key")
                .doesNotContain("wr0ng", "START embedded stack", "\tat ");
    }

    /**
     * @return all that elt has printed
     */
    private static String lives(ProjectCopy project, LakeRows lake) throws IOException {
        try (EltProcess killed = EltProcess.start(project, ENVIRONMENT, "run")) {
            killed.await(() -> assertThat(killed.log()).contains("START dws_total ... [OK"));
            send(killed, 1, 100);
            killed.await(() -> assertThat(totals(lake)).containsExactly("refund 100 100", "sale 100 5050"));
            // One after the other: this store looks first and writes then, which others do in one step.
            send(killed, "sale", "broken");
            killed.await(() -> assertThat(quarantine(lake)).containsExactly("sale"));
            send(killed, "refund", "broken");
            killed.await(() -> assertThat(quarantine(lake)).containsExactly("refund", "sale"));
            killed.kill();
        }
        try (EltProcess resumed = EltProcess.start(project, ENVIRONMENT, "run")) {
            resumed.await(() -> assertThat(resumed.log()).contains("START dws_total ... [OK"));
            send(resumed, 51, 150);
            resumed.await(() -> assertThat(totals(lake)).containsExactly("refund 150 150", "sale 150 11325"));
            assertThat(resumed.interrupt()).as(resumed::log).isZero();

            assertThat(quarantine(lake)).containsExactly("refund", "sale");
            assertRecord(project);
            assertThat(query(project, "SELECT amount FROM lake.dws.total WHERE kind = 'sale'"))
                    .containsExactly("11325");
            String atFirst = "lake.dws.total /*+ OPTIONS('scan.snapshot-id' = '1') */";
            assertThat(query(project, "SELECT amount FROM " + atFirst + " WHERE kind = 'sale'"))
                    .doesNotContain("11325");
            return resumed.log();
        }
    }

    private static List<String> totals(LakeRows lake) {
        return sorted(lake, TOTAL, "kind", "rows_counted", "amount");
    }

    /** Two jobs write it, and none may lose what the other has committed. */
    private static List<String> quarantine(LakeRows lake) {
        return sorted(lake, QUARANTINE, "source");
    }

    private static List<String> sorted(LakeRows lake, TableName table, String... columns) {
        return lake.read(table, columns).stream()
                .map(row -> String.join(" ", row))
                .sorted()
                .toList();
    }

    /** The second start went on from what the first one had saved, and the stop left a savepoint with the tables' tags. */
    private static void assertRecord(ProjectCopy project) {
        Outcome history = project.elt(ENVIRONMENT, "history", "dws_total", "--output", "json");
        assertThat(history.exitCode()).as(history.err()).isZero();
        List<Map<String, String>> rows = history.rows();
        assertThat(rows).extracting(row -> row.get("action")).containsExactly("stop", "start", "start");
        assertThat(rows.get(1).get("from")).contains("/state/shop/local/dws_total/checkpoints/");
        assertThat(rows.get(0).get("savepoint")).contains("/state/shop/local/dws_total/savepoints/");
        assertThat(rows.get(0).get("tags")).contains("lake.dws.total");
    }

    /** Rows of both topics. */
    private static void send(EltProcess elt, int first, int last) {
        send(elt, "sale", numbered(first, last, "{\"id\": %1$d, \"amount\": %1$d}"));
        send(elt, "refund", numbered(first, last, "{\"id\": %1$d, \"amount\": 1}"));
    }

    private static String[] numbered(int first, int last, String record) {
        return IntStream.rangeClosed(first, last).mapToObj(record::formatted).toArray(String[]::new);
    }

    private static void send(EltProcess elt, String topic, String... records) {
        Map<String, Object> settings = Map.of("bootstrap.servers", elt.kafka());
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (String record : records) {
                producer.send(new ProducerRecord<>(topic, record));
            }
        }
    }

    private static List<String> query(ProjectCopy project, String sql) {
        Outcome outcome = project.elt(ENVIRONMENT, "query", sql, "--output", "json");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return outcome.rows().stream()
                .map(row -> String.join(" ", row.values()))
                .toList();
    }

    private ProjectCopy project(String root, String keys) throws IOException {
        Path checkout = Path.of("").toAbsolutePath().getParent();
        return new ProjectCopy(Files.createTempDirectory(folder, "shop"))
                .write("elt.yaml", PROJECT.formatted(root, keys))
                .write(
                        "catalogs/lake.sql",
                        "CREATE CATALOG lake WITH ('type' = 'paimon', 'warehouse' = '{{ var('warehouse') }}');\n")
                .write("macros/lake.sql", Files.readString(checkout.resolve("macros/lake.sql")))
                .write("sql/ods_sale.sql", ODS.formatted("sale"))
                .write("sql/ods_refund.sql", ODS.formatted("refund"))
                .write("sql/dws_total.sql", DWS);
    }
}
