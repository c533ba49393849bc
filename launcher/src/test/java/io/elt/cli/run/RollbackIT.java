package io.elt.cli.run;

import io.elt.cli.run.ProjectCopy.Outcome;
import io.elt.deployment.Action;
import io.elt.deployment.Author;
import io.elt.deployment.Deployment;
import io.elt.deployment.DeploymentRecord;
import io.elt.deployment.Remains;
import io.elt.plan.FileAddress;
import io.elt.plan.TableName;
import org.apache.paimon.catalog.Catalog;
import org.apache.paimon.catalog.CatalogContext;
import org.apache.paimon.catalog.CatalogFactory;
import org.apache.paimon.catalog.Identifier;
import org.apache.paimon.data.BinaryString;
import org.apache.paimon.data.GenericRow;
import org.apache.paimon.options.Options;
import org.apache.paimon.schema.Schema;
import org.apache.paimon.table.Table;
import org.apache.paimon.table.sink.BatchTableCommit;
import org.apache.paimon.table.sink.BatchTableWrite;
import org.apache.paimon.table.sink.BatchWriteBuilder;
import org.apache.paimon.types.DataTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** A job that was changed for the worse, what the record says of it, and the way back. */
class RollbackIT {
    private static final Identifier PAYMENT = Identifier.create("ods", "payment");
    private static final TableName TOTAL = new TableName("lake", "dws", "total");
    private static final TableName SERVED = new TableName("lake", "ads", "total");
    private static final String RIGHT = "CASE WHEN summed > 1000 THEN 0 ELSE summed END";
    private static final String WRONG = "CASE WHEN summed > 5 THEN 0 ELSE summed END";

    @TempDir
    private Path folder;

    private ProjectCopy project;

    @BeforeEach
    void makeProject() throws Exception {
        project = new ProjectCopy(folder)
                .write(
                        "elt.yaml",
                        """
                        name: small
                        targets:
                          default: local
                          local:
                            run-on: embedded
                            flink:
                              execution.checkpointing.interval: 500 ms
                              state.backend.type: hashmap
                              paimon.lake.*.*.continuous.discovery-interval: 200 ms
                        """)
                .write(
                        "catalogs/lake.sql",
                        "CREATE CATALOG lake WITH ('type' = 'paimon', 'warehouse' = '{{ var('warehouse') }}');\n")
                .write(
                        "sql/ads_total.sql",
                        """
                        CREATE DATABASE IF NOT EXISTS lake.ads;
                        CREATE TABLE IF NOT EXISTS lake.ads.total (word STRING NOT NULL, total INT,
                            PRIMARY KEY (word) NOT ENFORCED) WITH ('bucket' = '1');
                        INSERT INTO lake.ads.total SELECT word, total FROM lake.dws.total;
                        """);
        define("SUM(amount)", RIGHT);
        try (Catalog lake = lake()) {
            lake.createDatabase("ods", true);
            lake.createTable(
                    PAYMENT,
                    Schema.newBuilder()
                            .column("id", DataTypes.INT().notNull())
                            .column("word", DataTypes.STRING())
                            .column("amount", DataTypes.INT())
                            .primaryKey("id")
                            .option("bucket", "1")
                            .option("changelog-producer", "input")
                            .option("consumer.expiration-time", "1 d")
                            .build(),
                    true);
        }
    }

    private void define(String sum, String total) {
        project.write(
                "sql/dws_total.sql",
                """
                CREATE DATABASE IF NOT EXISTS lake.ods;
                CREATE TABLE IF NOT EXISTS lake.ods.payment (id INT NOT NULL, word STRING, amount INT,
                    PRIMARY KEY (id) NOT ENFORCED) WITH ('bucket' = '1', 'changelog-producer' = 'input',
                    'consumer.expiration-time' = '1 d');
                CREATE DATABASE IF NOT EXISTS lake.dws;
                CREATE TABLE IF NOT EXISTS lake.dws.total (word STRING NOT NULL, total INT,
                    PRIMARY KEY (word) NOT ENFORCED) WITH ('bucket' = '1', 'changelog-producer' = 'input',
                    'consumer.expiration-time' = '1 d');
                INSERT INTO lake.dws.total SELECT word, %s FROM (
                    SELECT word, %s AS summed FROM lake.ods.payment GROUP BY word) AS r;
                """
                        .formatted(total, sum));
    }

    private Catalog lake() {
        return CatalogFactory.createCatalog(CatalogContext.create(Options.fromMap(Map.of(
                "type",
                "paimon",
                "warehouse",
                FileAddress.ofLake(project.eltFolder().warehouse())))));
    }

    private void pay(int id, String word, int amount) throws Exception {
        try (Catalog lake = lake()) {
            Table table = lake.getTable(PAYMENT);
            BatchWriteBuilder builder = table.newBatchWriteBuilder();
            try (BatchTableWrite write = builder.newWrite();
                    BatchTableCommit commit = builder.newCommit()) {
                write.write(GenericRow.of(id, BinaryString.fromString(word), amount));
                commit.commit(write.prepareCommit());
            }
        }
    }

    private Outcome run() {
        Outcome outcome = project.elt("run", "--once");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).doesNotContain("ELT6010");
        return outcome;
    }

    private void totalsAre(Object... expected) {
        for (TableName table : List.of(TOTAL, SERVED)) {
            assertThat(LakeRows.of(project).read(table, "word", "total"))
                    .as("rows of %s", table)
                    .extracting(row -> String.join("=", row))
                    .containsExactlyInAnyOrder(List.of(expected).toArray(String[]::new));
        }
    }

    @Test
    void aChangeForTheWorseIsTakenBack() throws Exception {
        pay(1, "a", 3);
        pay(2, "b", 4);
        run();
        totalsAre("a=3", "b=4");
        pay(3, "a", 4);

        define("SUM(amount * 2)", RIGHT);
        Outcome refused = project.elt("run", "--once");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains("ELT6004", "the state of job dws_total does not fit", "elt run dws_total --fresh")
                .doesNotContain("START dws_total", "START ads_total");
        totalsAre("a=3", "b=4");

        define("SUM(amount)", WRONG);
        Outcome changed = run();
        assertThat(changed.err()).contains("ELT6013", "job dws_total computes rows in another way from now on");
        totalsAre("a=0", "b=4");

        historyTellsIt();

        Outcome alone = project.elt("rollback", "dws_total");
        assertThat(alone.exitCode()).isEqualTo(1);
        assertThat(alone.err()).contains("ELT6012", "ads_total have read what it wrote since", "--downstream");
        totalsAre("a=0", "b=4");

        Outcome back = project.elt("rollback", "dws_total", "--downstream", "--output", "json");
        assertThat(back.exitCode()).as(back.err()).isZero();
        assertThat(back.rows()).extracting(row -> row.get("job")).containsExactly("dws_total", "ads_total");
        assertThat(back.err())
                .contains("warning[ELT6017]: the files of job dws_total are not what it went back to")
                .doesNotContain("the files of job ads_total");
        totalsAre("a=3", "b=4");

        define("SUM(amount)", RIGHT);
        Outcome again = run();
        assertThat(again.err()).doesNotContain("ELT6013", "ELT6014");
        totalsAre("a=7", "b=4");
        pay(4, "b", 1);
        run();
        totalsAre("a=7", "b=5");
        assertThat(project.elt("history", "dws_total", "--output", "json").rows())
                .extracting(row -> row.get("action"))
                .containsExactly("stop", "start", "stop", "start", "rollback", "stop", "start", "stop", "start");
    }

    /** Killed when its entry was written and the first table was back. */
    @Test
    void aRollbackThatWasInterruptedGoesOnAndNothingRunsBefore() throws Exception {
        pay(1, "a", 3);
        run();
        define("SUM(amount)", WRONG);
        pay(2, "a", 4);
        run();
        totalsAre("a=0");
        interruptedRollback();

        Outcome refused = project.elt("run", "--once");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains("error[ELT6016]: the rollback of job dws_total", "elt rollback dws_total --downstream")
                .doesNotContain("START dws_total", "START ads_total");

        Outcome finished = project.elt("rollback", "dws_total", "--downstream");
        assertThat(finished.exitCode()).as(finished.err()).isZero();
        totalsAre("a=3");
        Outcome again = project.elt("rollback", "dws_total", "--downstream");
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).as("what is done is not done twice").contains("ELT6011");

        Outcome wrong = run();
        assertThat(wrong.err())
                .contains("warning[ELT6017]: job dws_total was brought back from the very statements")
                .doesNotContain("job ads_total was brought back");
        totalsAre("a=0");
        assertThat(project.elt("rollback", "dws_total", "--downstream").exitCode())
                .isZero();
        define("SUM(amount)", RIGHT);
        assertThat(run().err()).doesNotContain("ELT60");
        totalsAre("a=7");
    }

    private void interruptedRollback() {
        try (DeploymentRecord record = new DeploymentRecord(LakeRows.of(project).lakes())) {
            Deployment to = record.of("small", "local", "dws_total").get(2);
            Instant now = Instant.now();
            record.write(
                    "lake",
                    new Deployment(
                            Deployment.newId(now),
                            "small",
                            "local",
                            "dws_total",
                            Action.ROLLBACK,
                            new Author(now, "ann", "desk", Optional.empty(), Map.of()),
                            to.program(),
                            new Remains(
                                    to.remains().savepoint(),
                                    Optional.empty(),
                                    to.remains().tags(),
                                    to.remains().nextSnapshots())));
            record.tags().rollBack(TOTAL, to.remains().tags().get(TOTAL));
        }
    }

    @Test
    void stateThatIsOlderThanItsTablesIsSaidAndARollbackBringsThemTogether() throws Exception {
        pay(1, "a", 3);
        run();
        String first = project.elt("history", "dws_total", "--output", "json")
                .rows()
                .get(0)
                .get("savepoint");
        pay(2, "a", 4);
        run();

        Outcome older = project.elt("run", "dws_total", "--once", "--from-savepoint", first);

        assertThat(older.exitCode()).as(older.err()).isZero();
        assertThat(older.err())
                .contains(
                        "warning[ELT6014]: job dws_total goes on from a savepoint that is older than its tables",
                        "hint: 'elt rollback dws_total --to ");
        assertThat(older.err()).containsPattern("detail: lake\\.dws\\.total has \\d+ snapshots? since");
        String id = Pattern.compile("elt rollback dws_total --to (\\S+)'")
                .matcher(older.err())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        Outcome back = project.elt("rollback", "dws_total", "--downstream", "--to", id);
        assertThat(back.exitCode()).as(back.err()).isZero();
        totalsAre("a=3");
        run();
        totalsAre("a=7");
    }

    private void historyTellsIt() {
        Outcome jobs = project.elt("history", "--output", "json");
        assertThat(jobs.rows())
                .as(jobs.err())
                .extracting(row -> row.get("job"))
                .containsExactlyInAnyOrder("dws_total", "ads_total");

        List<Map<String, String>> entries =
                project.elt("history", "dws_total", "--output", "json").rows();
        assertThat(entries).extracting(row -> row.get("action")).containsExactly("stop", "start", "stop", "start");
        assertThat(entries.get(0).get("tags")).isEqualTo("[lake.dws.total]");
        assertThat(entries.get(1).get("from"))
                .as("the second start went on from the first savepoint")
                .isEqualTo(entries.get(2).get("savepoint"))
                .contains("savepoint");

        Outcome diff = project.elt("history", "dws_total", "--diff");
        assertThat(diff.out())
                .as(diff.err())
                .contains("@@ statements @@", "@@ plan @@")
                .containsPattern("\n-INSERT INTO lake.dws.total SELECT word, CASE WHEN summed > 1000")
                .containsPattern("\n\\+INSERT INTO lake.dws.total SELECT word, CASE WHEN summed > 5");
        String first = entries.get(3).get("id");
        Outcome same = project.elt(
                "history", "dws_total", "--diff", first, entries.get(2).get("id"));
        assertThat(same.exitCode()).as(same.err()).isZero();
        assertThat(same.out()).isEmpty();
    }

    @Test
    void whatIsNotInTheRecordIsSaid() {
        Outcome noJob = project.elt("rollback", "dws_totl");
        assertThat(noJob.exitCode()).isEqualTo(1);
        assertThat(noJob.err()).contains("ELT6011", "did you mean 'dws_total'?");
        Outcome never = project.elt("rollback", "dws_total");
        assertThat(never.err()).contains("ELT6011", "has no job 'dws_total'");
        Outcome history = project.elt("history", "dws_total");
        assertThat(history.exitCode()).isEqualTo(1);
        assertThat(history.err()).contains("ELT6011");
        Outcome usage = project.elt("history", "--diff");
        assertThat(usage.exitCode()).isEqualTo(2);
        assertThat(project.elt("history").exitCode()).isZero();
    }
}
