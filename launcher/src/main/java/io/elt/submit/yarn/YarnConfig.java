package io.elt.submit.yarn;

import io.elt.project.Durations;
import io.elt.project.Target;
import io.elt.submit.ClusterOptions;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a target says of its YARN.
 *
 * @param hadoopConfiguration the folder of core-site.xml, hdfs-site.xml and yarn-site.xml, if it is not that of the environment
 * @param lib a folder of a shared file system where the jars are put once, for all jobs; without it they travel with each job
 * @param deployTimeout how long an application may wait for its first container, and its job to be known after that
 */
public record YarnConfig(
        Label label,
        Placement placement,
        Login login,
        Optional<Path> hadoopConfiguration,
        Optional<URI> lib,
        Duration deployTimeout) {

    /** The key of the folder with Hadoop's configuration. */
    public static final String HADOOP_CONFIGURATION = "hadoop-conf";

    /** The keys that say how elt comes to the cluster, and nothing of a job that runs there. */
    public static final Set<String> WAY_THERE = Set.of(HADOOP_CONFIGURATION, "lib", "keytab", "deploy-timeout");

    /** File systems of many machines on which a folder gets its name as a whole or not at all. */
    private static final Set<String> ATOMIC = Set.of("hdfs", "viewfs", "webhdfs", "swebhdfs", "ofs");

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /**
     * How YARN shows the applications.
     *
     * @param name empty for the job's own name
     * @param tags besides those by which elt finds its jobs
     */
    public record Label(Optional<String> name, List<String> tags, String type) {
        public Label {
            tags = List.copyOf(tags);
        }
    }

    /** Where the containers run, and who is first. Empty is YARN's own default. */
    public record Placement(Optional<String> queue, Optional<String> nodeLabel, Optional<Integer> priority) {
        /** YARN's own name for the queue of those who name none. */
        String queueName() {
            return queue.orElse("default");
        }
    }

    /** As whom. Without a keytab it is whoever is logged in. */
    public record Login(Optional<Keytab> keytab, Optional<String> proxyUser) {}

    public record Keytab(Path file, String principal) {}

    /**
     * @param options the section {@code yarn} of the target, rendered
     * @throws io.elt.diagnostic.EltException with all that is wrong with them
     */
    public static YarnConfig of(Target target, Map<String, String> options) {
        ClusterOptions keys = ClusterOptions.of(target, options);
        YarnConfig config = new YarnConfig(
                new Label(
                        keys.text("name"),
                        tags(keys),
                        keys.text("application-type").orElse("Apache Flink")),
                new Placement(keys.text("queue"), keys.text("node-label"), priority(keys)),
                new Login(keytab(keys), keys.text("proxy-user")),
                keys.text(HADOOP_CONFIGURATION).map(Path::of),
                lib(keys),
                deployTimeout(keys));
        keys.finish();
        return config;
    }

    private static List<String> tags(ClusterOptions keys) {
        List<String> tags = keys.text("tags")
                .map(text -> Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .toList())
                .orElse(List.of());
        if (tags.size() > ApplicationTags.MOST_OF_USER || !tags.stream().allMatch(ApplicationTags::isTag)) {
            keys.refuse(
                    "tags",
                    "at most " + ApplicationTags.MOST_OF_USER + " words of ASCII, separated by commas, of at most "
                            + ApplicationTags.LONGEST + " letters each");
        }
        return tags;
    }

    private static Optional<Integer> priority(ClusterOptions keys) {
        Optional<String> text = keys.text("priority");
        if (text.isPresent() && !text.get().matches("\\d{1,9}")) {
            keys.refuse("priority", "a whole number, 0 or more");
            return Optional.empty();
        }
        return text.map(Integer::valueOf);
    }

    private static Optional<Keytab> keytab(ClusterOptions keys) {
        Optional<Path> file = keys.text("keytab").map(Path::of);
        Optional<String> principal = keys.text("principal");
        if (file.isPresent() && !Files.isReadable(file.get())) {
            keys.refuse("keytab", "a file that can be read");
        }
        if (file.isPresent() != principal.isPresent()) {
            keys.refuse(
                    file.isPresent() ? "keytab" : "principal", "set together with the other of keytab and principal");
        }
        return file.flatMap(path -> principal.map(name -> new Keytab(path, name)));
    }

    private static Optional<URI> lib(ClusterOptions keys) {
        Optional<String> text = keys.text("lib");
        Optional<URI> folder = text.filter(folderText -> folderText.matches("[a-z0-9]+://[^\\s]*/[^\\s]+"))
                .map(URI::create)
                .filter(uri -> ATOMIC.contains(uri.getScheme()));
        if (text.isPresent() && folder.isEmpty()) {
            keys.refuse(
                    "lib", "a folder of HDFS, like hdfs:///elt/lib; without this key the jars travel with each job");
        }
        return folder;
    }

    private static Duration deployTimeout(ClusterOptions keys) {
        Optional<String> text = keys.text("deploy-timeout");
        Optional<Duration> duration = text.flatMap(Durations::parse);
        if (text.isPresent() && duration.isEmpty()) {
            keys.refuse("deploy-timeout", "a duration, like 5 min");
        }
        return duration.orElse(PATIENCE);
    }
}
