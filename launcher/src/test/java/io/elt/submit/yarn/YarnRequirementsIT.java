package io.elt.submit.yarn;

import io.elt.diagnostic.ErrorCode;
import io.elt.hadoop.Hadoop;
import io.elt.project.JobPer;
import io.elt.project.RunOn;
import io.elt.project.Target;
import io.elt.submit.Requirement;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** What somebody is told who is about to run jobs on a YARN for the first time; asked of a real one. */
class YarnRequirementsIT {
    private static final Hadoop HADOOP = Hadoop.shared();

    @TempDir
    private java.nio.file.Path folder;

    private static List<Requirement> look(Map<String, String> options) {
        Map<String, String> all = new HashMap<>(options);
        all.putIfAbsent("hadoop-conf", HADOOP.configurationFolder().toString());
        return YarnRequirements.of(
                YarnConfig.of(new Target("prod", RunOn.YARN, JobPer.FILE, Optional.empty(), Map.of(), Map.of()), all),
                Map.of());
    }

    private static Requirement only(List<Requirement> found, String start) {
        return found.stream()
                .filter(requirement -> requirement.subject().startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError(start + " is not in " + found));
    }

    @Test
    void allIsThere() throws IOException {
        String lib = HADOOP.fileSystem() + "/of-the-doctor/lib";

        List<Requirement> found = look(Map.of("queue", "small", "lib", lib));

        assertThat(found).as("%s", found).allMatch(Requirement::isMet);
        assertThat(found)
                .extracting(Requirement::subject)
                .containsExactly("Hadoop configuration", "ResourceManager", "queue small", "lib " + lib);
        assertThat(only(found, "ResourceManager").found()).endsWith("answers, with 1 node");
        assertThat(only(found, "lib").found()).isEqualTo("is made by the first run");
        try (FileSystem files = FileSystem.newInstance(HADOOP.fileSystem(), HADOOP.configuration())) {
            assertThat(files.exists(new Path(lib))).as("a look makes nothing").isFalse();
            files.mkdirs(new Path(lib));
        }
        assertThat(only(look(Map.of("lib", lib)), "lib").found()).isEqualTo("can be written");
    }

    @Test
    void withoutAQueueItIsTheDefaultOneAndWithItsWholePathTheSame() {
        assertThat(only(look(Map.of()), "queue default").isMet()).isTrue();
        assertThat(only(look(Map.of("queue", "root.small")), "queue root.small").isMet())
                .isTrue();
    }

    @Test
    void aQueueThatIsNotThereSaysWhichThereAre() {
        Requirement queue = only(look(Map.of("queue", "smal")), "queue smal");

        assertThat(queue.problem().orElseThrow().code()).isEqualTo(ErrorCode.YARN_REFUSED);
        assertThat(queue.found()).isEqualTo("YARN has no queue 'smal'");
        assertThat(queue.problem().orElseThrow().hint()).contains("did you mean 'small'?");
    }

    @Test
    void aQueueThatIsStoppedTakesNothing() {
        Requirement queue = only(look(Map.of("queue", "closed")), "queue closed");

        assertThat(queue.found()).contains("queue 'closed' is stopped");
        assertThat(queue.problem().orElseThrow().hint().orElseThrow()).contains("yarn: {queue: ...}");
    }

    @Test
    void aLibThatNotEverybodyMayReadIsNone() throws IOException {
        Path closed = new Path(HADOOP.fileSystem() + "/closed-to-others");
        try (FileSystem files = FileSystem.newInstance(HADOOP.fileSystem(), HADOOP.configuration())) {
            files.mkdirs(closed);
            files.setPermission(closed, new FsPermission((short) 0700));
        }

        Requirement lib = only(look(Map.of("lib", closed + "/lib")), "lib");

        assertThat(lib.problem().orElseThrow().code()).isEqualTo(ErrorCode.YARN_LIB);
        assertThat(lib.found()).isEqualTo("not everybody may read /closed-to-others");
    }

    @Test
    void aLibOnAHostThatIsNotKnownIsTold() {
        Requirement lib = only(look(Map.of("lib", "hdfs://nowhere.invalid:8020/elt/lib")), "lib");

        assertThat(lib.problem().orElseThrow().code()).isEqualTo(ErrorCode.YARN_LIB);
        assertThat(lib.problem().orElseThrow().detail().orElseThrow()).contains("nowhere.invalid");
    }

    @Test
    void withoutAHadoopConfigurationThereIsNothingElseToTell() {
        List<Requirement> found = look(Map.of("hadoop-conf", folder.toString()));

        assertThat(found).singleElement().satisfies(requirement -> {
            assertThat(requirement.subject()).isEqualTo("Hadoop configuration");
            assertThat(requirement.found()).contains("no readable yarn-site.xml in " + folder);
        });
    }

    @Test
    void aResourceManagerThatDoesNotAnswerIsToldSoon() throws IOException {
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            write(nobody.getLocalPort());
        }
        Instant before = Instant.now();

        Requirement manager = only(look(Map.of("hadoop-conf", folder.toString())), "ResourceManager");

        assertThat(manager.problem().orElseThrow().code()).isEqualTo(ErrorCode.CLUSTER_UNREACHABLE);
        assertThat(manager.problem().orElseThrow().hint().orElseThrow()).contains("yarn-site.xml");
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(30));
    }

    private void write(int port) throws IOException {
        Configuration configuration = new Configuration(false);
        configuration.set("yarn.resourcemanager.address", "127.0.0.1:" + port);
        try (OutputStream file = Files.newOutputStream(folder.resolve("yarn-site.xml"))) {
            configuration.writeXml(file);
        }
    }
}
