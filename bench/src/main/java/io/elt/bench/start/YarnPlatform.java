package io.elt.bench.start;

import io.elt.hadoop.Hadoop;
import io.elt.runner.JobBundle;
import io.elt.runner.Runner;
import org.apache.flink.client.deployment.application.ApplicationConfiguration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ConfigurationUtils;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.yarn.configuration.YarnConfigOptions;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.yarn.api.records.ApplicationReport;
import org.apache.hadoop.yarn.api.records.YarnApplicationState;
import org.apache.hadoop.yarn.client.api.YarnClient;
import org.apache.hadoop.yarn.exceptions.YarnException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** HDFS and YARN, where the jars are in a folder of HDFS after the first start. */
final class YarnPlatform implements Platform {
    private static final String LIB = "/elt/lib";
    private static final EnumSet<YarnApplicationState> OVER =
            EnumSet.of(YarnApplicationState.FINISHED, YarnApplicationState.FAILED, YarnApplicationState.KILLED);

    /** As small as both sides run in, and what containers on Java 17 need to be told. */
    private static final Map<String, String> SIZES = Map.of(
            "jobmanager.memory.process.size", "1 gb",
            "taskmanager.memory.process.size", "1 gb",
            "taskmanager.memory.managed.size", "64 mb",
            "taskmanager.memory.network.min", "32 mb",
            "taskmanager.memory.network.max", "32 mb");

    private static final String JAVA_OPTIONS =
            "--add-opens=java.base/java.lang=ALL-UNNAMED --add-opens=java.base/java.util=ALL-UNNAMED"
                    + " --add-opens=java.base/java.net=ALL-UNNAMED --add-opens=java.base/java.time=ALL-UNNAMED"
                    + " --add-opens=java.base/java.nio=ALL-UNNAMED --add-opens=java.base/sun.nio.ch=ALL-UNNAMED"
                    + " -Djava.util.concurrent.ForkJoinPool.common.parallelism=1";

    private final Hadoop hadoop;
    private final YarnClient yarn;
    private final java.nio.file.Path eltHome;
    private final FlinkJobs jobs = new FlinkJobs();

    private YarnPlatform(Hadoop hadoop, YarnClient yarn, java.nio.file.Path eltHome) {
        this.hadoop = hadoop;
        this.yarn = yarn;
        this.eltHome = eltHome;
    }

    /**
     * @param eltHome whose jars run in the containers
     */
    static YarnPlatform start(java.nio.file.Path folder, java.nio.file.Path eltHome) {
        Hadoop hadoop = Hadoop.start(folder.resolve("hadoop"));
        YarnClient yarn = YarnClient.createYarnClient();
        yarn.init(hadoop.configuration());
        yarn.start();
        return new YarnPlatform(hadoop, yarn, eltHome);
    }

    @Override
    public String target() {
        return """
                run-on: yarn
                state: "%s/elt/state"
                yarn: {hadoop-conf: "%s", lib: "%s"}
                """
                .formatted(hadoop.fileSystem(), hadoop.configurationFolder(), hadoop.fileSystem() + LIB);
    }

    @Override
    public Map<String, String> settings() {
        return SIZES;
    }

    @Override
    public boolean keepsJars() {
        return true;
    }

    @Override
    public Class<?> bare() {
        return BareYarn.class;
    }

    @Override
    public List<String> bareArguments(java.nio.file.Path folder, List<JobBundle> bundles) throws IOException {
        JobBundle bundle = bundles.get(0);
        String file = BundleFiles.write(folder, bundles).get(0);
        Map<String, String> settings = new TreeMap<>(bundle.settings());
        settings.putAll(SIZES);
        Configuration flink = Configuration.fromMap(settings)
                .set(DeploymentOptions.TARGET, "yarn-application")
                .set(YarnConfigOptions.APPLICATION_NAME, bundle.name())
                .set(YarnConfigOptions.APPLICATION_ATTEMPTS, 1)
                .set(YarnConfigOptions.PROVIDED_LIB_DIRS, List.of(sharedJars()))
                .set(
                        YarnConfigOptions.SHIP_FILES,
                        List.of(file, hadoop.configurationFolder().toString()))
                .set(PipelineOptions.JARS, List.of(runner().toUri().toString()));
        flink.setString("env.java.opts.all", JAVA_OPTIONS);
        flink.setString("fs.hdfs.hadoopconf", "conf");
        flink.setString("classloader.resolve-order", "parent-first");
        flink.setString("rest.bind-port", "0");
        new ApplicationConfiguration(
                        new String[] {java.nio.file.Path.of(file).getFileName().toString()}, Runner.class.getName())
                .applyToConfiguration(flink);
        Files.write(folder.resolve("config.yaml"), ConfigurationUtils.convertConfigToWritableLines(flink, false));
        return List.of(folder.toString());
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("HADOOP_CONF_DIR", hadoop.configurationFolder().toString());
    }

    @Override
    public int running() {
        return alive().stream()
                .filter(report -> report.getYarnApplicationState() == YarnApplicationState.RUNNING)
                .filter(report -> report.getRpcPort() > 0)
                .mapToInt(report -> jobs.running(URI.create("http://" + report.getHost() + ":" + report.getRpcPort())))
                .sum();
    }

    @Override
    public void clear() throws InterruptedException {
        for (ApplicationReport report : alive()) {
            ask(() -> {
                yarn.killApplication(report.getApplicationId());
                return report;
            });
        }
        Patience.until("the end of all containers", () -> alive().isEmpty() && containers() == 0);
    }

    @Override
    public void close() {
        yarn.stop();
        hadoop.close();
    }

    private List<ApplicationReport> alive() {
        return ask(yarn::getApplications).stream()
                .filter(report -> !OVER.contains(report.getYarnApplicationState()))
                .toList();
    }

    private int containers() {
        return ask(() -> yarn.getNodeReports().stream()
                .mapToInt(node -> node.getNumContainers())
                .sum());
    }

    /** Where elt's first start has put them. */
    private String sharedJars() throws IOException {
        try (FileSystem files = FileSystem.newInstance(hadoop.fileSystem(), hadoop.configuration())) {
            for (FileStatus folder : files.listStatus(new Path(LIB))) {
                return folder.getPath().toString();
            }
            throw new IOException("elt has put no jars into " + LIB);
        }
    }

    private java.nio.file.Path runner() throws IOException {
        try (var jars = Files.newDirectoryStream(eltHome.resolve("lib"), "elt-runner-*.jar")) {
            return jars.iterator().next();
        }
    }

    private static <T> T ask(Callable<T> question) {
        try {
            return question.call();
        } catch (IOException e) {
            throw new UncheckedIOException("YARN does not answer", e);
        } catch (YarnException e) {
            throw new IllegalStateException("YARN refuses", e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
