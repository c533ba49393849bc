package io.elt.submit.yarn;

import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.yarn.conf.YarnConfiguration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Hadoop's configuration on this machine.
 *
 * @param path holds core-site.xml, hdfs-site.xml, yarn-site.xml
 */
record HadoopFolder(Path path) {
    static final String VARIABLE = "HADOOP_CONF_DIR";

    private static final String OTHER_VARIABLE = "YARN_CONF_DIR";
    private static final String YARN = "yarn-site.xml";

    /** How long a client tries to reach the ResourceManager; Hadoop's own quarter of an hour is for its servers. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration ATTEMPT = Duration.ofSeconds(5);

    /**
     * @param configured by the project
     * @throws io.elt.diagnostic.EltException if there is none
     */
    static HadoopFolder find(Optional<Path> configured, Map<String, String> environment) {
        Optional<Path> folder = configured
                .or(() -> Optional.ofNullable(environment.get(VARIABLE)).map(Path::of))
                .or(() -> Optional.ofNullable(environment.get(OTHER_VARIABLE)).map(Path::of));
        if (folder.isEmpty()) {
            throw YarnErrors.noHadoopConfiguration();
        }
        if (!Files.isReadable(folder.get().resolve(YARN))) {
            throw YarnErrors.notAHadoopConfiguration(folder.get().toAbsolutePath(), YARN);
        }
        return new HadoopFolder(folder.get().toAbsolutePath());
    }

    /** All files, which containers get, too: what a path without a host means is then the same there. */
    List<Path> files() {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + path, e);
        }
    }

    YarnConfiguration load() {
        return load(PATIENCE);
    }

    /**
     * @param patience how long a client tries to reach the ResourceManager
     */
    YarnConfiguration load(Duration patience) {
        YarnConfiguration configuration = new YarnConfiguration();
        for (Path file : files()) {
            configuration.addResource(new org.apache.hadoop.fs.Path(file.toUri()));
        }
        configuration.set(YarnConfiguration.RESOURCEMANAGER_CONNECT_MAX_WAIT_MS, String.valueOf(patience.toMillis()));
        configuration.set(YarnConfiguration.RESOURCEMANAGER_CONNECT_RETRY_INTERVAL_MS, "1000");
        // Each attempt to reach the ResourceManager makes these, a second apart.
        configuration.set("ipc.client.connect.max.retries", String.valueOf(patience.dividedBy(ATTEMPT)));
        configuration.set("ipc.client.connect.max.retries.on.timeouts", "2");
        configuration.set("ipc.client.connect.timeout", "5000");
        // Flink closes the file system that it has deployed by, and the lake would share it.
        String scheme = FileSystem.getDefaultUri(configuration).getScheme();
        configuration.setBoolean("fs." + scheme + ".impl.disable.cache", true);
        // A file that is whole before the NameNode has heard of it costs a wait, 400 ms at least; there are 170 jars.
        configuration.setInt("dfs.client.block.write.locateFollowingBlock.initial.delay.ms", 20);
        configuration.setInt("dfs.client.block.write.locateFollowingBlock.retries", 10);
        return configuration;
    }
}
