package io.elt.submit.yarn;

import io.elt.runner.JobBundle;
import io.elt.runner.JobSecrets;
import io.elt.runner.Placeholder;
import org.apache.flink.configuration.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class ApplicationSettingsTest {
    private static final String STATE = "hdfs:///elt/state/bank/prod/deposit";
    private static final ApplicationTags TAGS =
            new ApplicationTags("bank", "prod", "deposit", "0123456789abcdef0123456789abcdef", "f00");
    private static final JobSecrets SECRETS = JobSecrets.of(Map.of("KAFKA", "s3cr3t", "OTHER", "0ther"));

    @TempDir
    private java.nio.file.Path home;

    private StagedFiles staged;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(home.resolve("lib"));
        Files.createFile(home.resolve("lib/elt-runner-0.1.0.jar"));
        Files.createFile(home.resolve("lib/flink-yarn-1.20.1.jar"));
        Files.createFile(home.resolve("lib/paimon-1.3.1.jar"));
        Files.writeString(home.resolve("yarn-site.xml"), "<configuration/>");
        staged = StagedFiles.write(bundle(Map.of()), SECRETS, new HadoopFolder(home));
    }

    @AfterEach
    void delete() {
        staged.close();
        assertThat(staged.logging().getParent()).doesNotExist();
    }

    @Test
    void whatTheTargetSaysWinsOverTheDefaults() {
        assertThat(settings(Map.of(), Map.of()))
                .containsEntry("taskmanager.memory.process.size", "1728 mb")
                .containsEntry("yarn.application-attempts", "1")
                .containsEntry("yarn.heartbeat.interval", "1")
                .containsEntry("yarn.application.name", "bank.deposit")
                .containsEntry("jobmanager.archive.fs.dir", STATE + "/archive");
        assertThat(settings(
                        Map.of(
                                "taskmanager.memory.process.size",
                                "4 gb",
                                "jobmanager.archive.fs.dir",
                                "hdfs:///history"),
                        Map.of("name", "Deposits", "queue", "streaming", "tags", "nightly")))
                .containsEntry("taskmanager.memory.process.size", "4 gb")
                .containsEntry("jobmanager.archive.fs.dir", "hdfs:///history")
                .containsEntry("yarn.application.name", "Deposits")
                .containsEntry("yarn.application.queue", "streaming")
                .hasEntrySatisfying(
                        "yarn.tags",
                        tags -> assertThat(tags).contains("elt-job:deposit").endsWith(",nightly"));
    }

    @Test
    void anotherJobManagerIsStartedOnlyWhereItFindsTheNewestCheckpoint() {
        assertThat(settings(Map.of("yarn.application-attempts", "5"), Map.of()))
                .containsEntry("yarn.application-attempts", "1");
        assertThat(settings(
                        Map.of(
                                "high-availability.type", "zookeeper",
                                "high-availability.zookeeper.quorum", "zk:2181"),
                        Map.of()))
                .containsEntry("yarn.application-attempts", "10")
                .containsEntry("high-availability.storageDir", STATE + "/high-availability");
    }

    @Test
    void jarsTravelUnlessTheyAreShared() {
        ApplicationSettings settings = new ApplicationSettings(SampleTarget.config(Map.of()), ClusterJars.in(home));

        String travelling = of(settings, Map.of(), Optional.empty()).toMap().get("yarn.ship-files");
        Map<String, String> shared = of(settings, Map.of(), Optional.of(new Path("hdfs://here/elt/lib/0a")))
                .toMap();

        // The other two are the user's jar and the distribution, which Flink ships by itself.
        assertThat(travelling)
                .contains("paimon-1.3.1.jar")
                .contains("/job")
                .doesNotContain("elt-runner-", "flink-yarn-");
        assertThat(shared.get("yarn.ship-files")).doesNotContain(".jar").contains("/job");
        assertThat(shared.get("yarn.provided.lib.dirs")).contains("hdfs://here/elt/lib/0a");
    }

    @Test
    void secretsTravelInAFileOfTheirOwnerOnly() throws IOException {
        java.nio.file.Path job = staged.folders().get(0);

        assertThat(job.resolve("bundle.json")).content().doesNotContain("s3cr3t");
        assertThat(job.resolve("secrets.json")).content().contains("s3cr3t").doesNotContain("0ther");
        for (String file : List.of("bundle.json", "secrets.json")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(job.resolve(file))))
                    .isEqualTo("rw-------");
        }
        assertThat(settings(Map.of(), Map.of()))
                .containsEntry("containerized.master.env.ELT_SECRETS_FILE", "job/secrets.json")
                .allSatisfy((key, value) -> assertThat(value).doesNotContain("s3cr3t"));
    }

    private Map<String, String> settings(Map<String, String> flink, Map<String, String> yarn) {
        return of(new ApplicationSettings(SampleTarget.config(yarn), ClusterJars.in(home)), flink, Optional.empty())
                .toMap();
    }

    private Configuration of(ApplicationSettings settings, Map<String, String> flink, Optional<Path> shared) {
        return settings.of(bundle(flink), SECRETS, TAGS, staged, shared, STATE);
    }

    private static JobBundle bundle(Map<String, String> settings) {
        return new JobBundle("bank.deposit", settings, List.of("SELECT '" + Placeholder.of("KAFKA") + "'"));
    }
}
