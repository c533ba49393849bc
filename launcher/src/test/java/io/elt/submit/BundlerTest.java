package io.elt.submit;

import io.elt.diagnostic.NamedSecrets;
import io.elt.diagnostic.Secret;
import io.elt.plan.Job;
import io.elt.plan.Plan;
import io.elt.plan.TableName;
import io.elt.render.TestProject;
import io.elt.runner.JobBundle;
import io.elt.script.Dialect;
import io.elt.script.Script;
import io.elt.script.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

/** What a cluster is told beside the statements. */
class BundlerTest {
    private static final TableName ACCOUNT = new TableName("lake", "ods", "account");
    private static final String CONSUMER = "paimon.lake.ods.account.consumer-id";

    @TempDir
    private Path folder;

    private final Bundler bundler =
            new Bundler("bank", "local", Map.of("parallelism.default", "2"), Map.of(), NamedSecrets.none(), "0a1b");

    private JobBundle bundle(Map<String, String> settings, Optional<String> resumeFrom) {
        return bundle(bundler, settings, resumeFrom);
    }

    private JobBundle bundle(Bundler with, Map<String, String> settings, Optional<String> resumeFrom) {
        return bundle(with, job(settings), resumeFrom);
    }

    private JobBundle bundle(Bundler with, Job job, Optional<String> resumeFrom) {
        Statement catalog =
                statements("CREATE CATALOG lake WITH ('type' = 'paimon')").get(0);
        Statement other =
                statements("CREATE CATALOG elsewhere WITH ('type' = 'paimon')").get(0);
        Plan plan =
                new Plan(List.of(job), Map.of("lake", catalog, "elsewhere", other), Map.of("lake", Map.of()), Map.of());
        return with.bundle(plan, job, new SavedState("file://" + folder.resolve("state")), resumeFrom)
                .bundle();
    }

    @Test
    void aJobCommitsEveryTenSecondsUnlessTheProjectSaysHowOften() {
        String interval = "execution.checkpointing.interval";

        assertThat(bundle(Map.of(), Optional.empty()).settings()).containsEntry(interval, "10 s");
        assertThat(bundle(Map.of(interval, "1 min"), Optional.empty()).settings())
                .containsEntry(interval, "1 min");
    }

    @Test
    void whoeverCommitsIntoALakeTableTellsItsMetricsWithTheNamesOfProjectLayerAndJob() {
        assertThat(bundle(Map.of(), Optional.empty()).settings())
                .containsEntry("paimon.lake.dwd.account.commit.custom-listeners", "elt-metrics")
                .containsEntry("paimon.lake.dwd.account.elt.metrics.project", "bank")
                .containsEntry("paimon.lake.dwd.account.elt.metrics.layer", "dwd")
                .containsEntry("paimon.lake.dwd.account.elt.metrics.job", "dwd_account")
                .containsEntry("paimon.lake.dwd.account.elt.metrics.table", "lake.dwd.account");
    }

    @Test
    void whoNamesOtherListenersOfATableKeepsThem() {
        String listeners = "paimon.lake.dwd.account.commit.custom-listeners";

        assertThat(bundle(Map.of(listeners, "elt-metrics,mine"), Optional.empty())
                        .settings())
                .containsEntry(listeners, "elt-metrics,mine");
    }

    private Job job(Map<String, String> settings) {
        return job("INSERT INTO lake.dwd.account SELECT * FROM lake.ods.account", settings);
    }

    private Job job(String sql, Map<String, String> settings) {
        List<Statement> statements = statements(sql);
        return new Job(
                "dwd_account",
                List.of("sql/dwd_account.sql"),
                settings,
                statements,
                new TreeSet<>(List.of(ACCOUNT)),
                new TreeSet<>(List.of(new TableName("lake", "dwd", "account"))),
                List.of());
    }

    private List<Statement> statements(String sql) {
        return Script.statements(new TestProject(folder).render(sql), Dialect.FLINK);
    }

    @Test
    void aBundleIsTheCatalogsThatTheJobMentionsAndItsStatements() {
        JobBundle bundle = bundle(Map.of(), Optional.empty());

        assertThat(bundle.name()).isEqualTo("bank.dwd_account");
        assertThat(bundle.statements())
                .containsExactly(
                        "CREATE CATALOG lake WITH ('type' = 'paimon')",
                        "INSERT INTO lake.dwd.account SELECT * FROM lake.ods.account");
    }

    @Test
    void theTargetWinsOverWhatIsSetHereAndTheFileOverTheTarget() {
        Bundler target = new Bundler(
                "bank",
                "local",
                Map.of(
                        "parallelism.default",
                        "2",
                        "restart-strategy.exponential-delay.attempts-before-reset-backoff",
                        "9"),
                Map.of(),
                NamedSecrets.none(),
                "0a1b");

        assertThat(bundle(target, Map.of("parallelism.default", "4"), Optional.empty())
                        .settings())
                .containsEntry("parallelism.default", "4")
                .containsEntry("restart-strategy.exponential-delay.attempts-before-reset-backoff", "9")
                .containsEntry("execution.checkpointing.timeout", "10 min")
                .containsEntry("table.exec.sink.upsert-materialize", "NONE");
    }

    @Test
    void aReaderKeepsItsPlaceUnderTheNameOfProjectAndJob() {
        assertThat(bundler.consumerId(job(Map.of()))).isEqualTo("bank-dwd_account");
        assertThat(bundle(Map.of(), Optional.empty()).settings())
                .containsEntry(CONSUMER, "bank-dwd_account")
                .containsEntry("paimon.lake.ods.account.consumer.ignore-progress", "true");
        assertThat(bundle(Map.of(CONSUMER, "mine"), Optional.empty()).settings())
                .containsEntry(CONSUMER, "mine");
    }

    @Test
    void aJobStartsFromSavedStateAndOwnsItIfNobodyMayGoBackToIt() {
        String savepoint = "hdfs:///state/savepoints/savepoint-1";

        assertThat(bundle(Map.of(), Optional.of(savepoint)).settings())
                .containsEntry("execution.state-recovery.path", savepoint)
                .containsEntry("execution.state-recovery.claim-mode", "NO_CLAIM");
        String checkpoint = "file:" + folder.resolve("state/checkpoints") + "/0a1b/chk-3";
        assertThat(bundle(Map.of(), Optional.of(checkpoint)).settings())
                .containsEntry("execution.state-recovery.claim-mode", "CLAIM");
        assertThat(bundle(Map.of(), Optional.empty()).settings())
                .doesNotContainKeys("execution.state-recovery.path", "execution.state-recovery.claim-mode")
                .containsEntry("execution.checkpointing.dir", "file:" + folder.resolve("state/checkpoints"));
    }

    private JobIdentity identity(String sql, Map<String, String> settings) {
        return JobIdentity.of(bundle(bundler, job(sql, settings), Optional.of("file:///state/savepoint-1")));
    }

    @Test
    void aJobSaysWhoseItIsAndWhatItDoes() {
        JobIdentity identity = JobIdentity.of(bundle(Map.of(), Optional.empty()));

        assertThat(identity.project()).isEqualTo("bank");
        assertThat(identity.job()).isEqualTo("dwd_account");
        assertThat(identity.fingerprint()).matches("[0-9a-f]{16}");
        assertThat(JobIdentity.of(bundle(Map.of(), Optional.of("file:///state/savepoint-1"))))
                .as("where it starts is not what it does")
                .isEqualTo(identity);
    }

    @Test
    void theIdentityStandsBesideTheParametersOfTheProject() {
        JobBundle bundle = bundle(Map.of("pipeline.global-job-parameters", "team:deposits"), Optional.empty());

        assertThat(bundle.settings().get("pipeline.global-job-parameters"))
                .contains("team: deposits", "elt.project: bank", "elt.job: dwd_account");
    }

    @Test
    void anotherQueryAndAnotherSettingAreAnotherJob() {
        String query = "INSERT INTO lake.dwd.account SELECT * FROM lake.ods.account";
        JobIdentity identity = identity(query, Map.of());

        assertThat(identity(query, Map.of())).isEqualTo(identity);
        assertThat(identity(query + " WHERE 1 = 1", Map.of())).isNotEqualTo(identity);
        assertThat(identity(query, Map.of("parallelism.default", "3"))).isNotEqualTo(identity);
    }

    @Test
    void commentsAndBlanksMakeNoOtherJobAndHintsDo() {
        String query = "INSERT INTO lake.dwd.account SELECT * FROM lake.ods.account";
        JobIdentity identity = identity(query, Map.of());

        assertThat(identity(query.replace("SELECT", "-- all of it\n  SELECT"), Map.of()))
                .isEqualTo(identity);
        assertThat(identity(query + " /*+ OPTIONS('scan.parallelism' = '2') */", Map.of()))
                .isNotEqualTo(identity);
    }

    @Test
    void whatIsAnotherTextAtEachCallIsTheSameJob() {
        String labelled =
                "INSERT INTO lake.dwd.account /*+ OPTIONS('label' = 'elt_%s') */ SELECT * FROM lake.ods.account";
        Bundler next =
                new Bundler("bank", "local", Map.of("parallelism.default", "2"), Map.of(), NamedSecrets.none(), "ffff");

        assertThat(JobIdentity.of(bundle(next, job(labelled.formatted("ffff"), Map.of()), Optional.empty())))
                .isEqualTo(
                        JobIdentity.of(bundle(bundler, job(labelled.formatted("0a1b"), Map.of()), Optional.empty())));
    }

    @Test
    void whatIsNewAtEachCallIsNewAtEachStartInstead() {
        String sql = "INSERT INTO lake.dwd.account SELECT * FROM t /*+ OPTIONS('sink.label-prefix' = 'elt_0a1b') */";
        JobBundle first = bundle(bundler, job(sql, Map.of("a", "0a1b")), Optional.empty());
        JobBundle second = bundle(
                new Bundler("bank", "local", Map.of("parallelism.default", "2"), Map.of(), NamedSecrets.none(), "99ff"),
                job(sql.replace("0a1b", "99ff"), Map.of("a", "99ff")),
                Optional.empty());

        assertThat(first.toJson()).isEqualTo(second.toJson());
        assertThat(first.statements().get(1)).contains("'elt_${elt.start}'");
        assertThat(first.settings()).containsEntry("a", "${elt.start}");
    }

    private String placed(Map<String, String> placement, NamedSecrets secrets) {
        Bundler bundler = new Bundler("bank", "local", Map.of(), placement, secrets, "");
        return JobIdentity.of(bundle(bundler, Map.of(), Optional.empty())).fingerprint();
    }

    @Test
    void anotherImageOrQueueIsAnotherJobAndANewSecretInItIsNot() {
        String first = placed(Map.of("image", "elt:1", "secret", "bank-secrets"), NamedSecrets.none());

        assertThat(placed(Map.of("image", "elt:1", "secret", "bank-secrets"), NamedSecrets.none()))
                .isEqualTo(first);
        assertThat(placed(Map.of("image", "elt:2", "secret", "bank-secrets"), NamedSecrets.none()))
                .isNotEqualTo(first);
        assertThat(placed(Map.of("image", "elt:1", "secret", "other-secrets"), NamedSecrets.none()))
                .as("the name of a Secret is none")
                .isNotEqualTo(first);
        assertThat(placed(Map.of("pod-template", "key: correct-horse"), secret("correct-horse")))
                .as("a hash of a secret could be guessed")
                .isEqualTo(placed(Map.of("pod-template", "key: battery-staple"), secret("battery-staple")));
    }

    private static NamedSecrets secret(String value) {
        return new NamedSecrets(Map.of("POD_TOKEN", Secret.of(value)));
    }

    @Test
    void aFunctionThatWasBuiltAnewIsAnotherJob() throws IOException {
        Path jar = Files.writeString(folder.resolve("tax.jar"), "of monday");
        for (String address : List.of(jar.toString(), "file://" + jar)) {
            String sql = "CREATE TEMPORARY FUNCTION tax AS 'bank.Tax' USING JAR '" + address + "'";
            Files.writeString(jar, "of monday");
            JobIdentity monday = identity(sql, Map.of());

            assertThat(identity(sql, Map.of())).isEqualTo(monday);
            Files.writeString(jar, "of friday");
            assertThat(identity(sql, Map.of())).isNotEqualTo(monday);
        }
        String elsewhere = "CREATE TEMPORARY FUNCTION tax AS 'bank.Tax' USING JAR 'hdfs:///functions/tax.jar'";
        assertThat(identity(elsewhere, Map.of())).isEqualTo(identity(elsewhere, Map.of()));
    }
}
