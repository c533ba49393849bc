package io.elt.submit.yarn;

import io.elt.runner.JobBundle;
import io.elt.runner.JobSecrets;
import io.elt.runner.Runner;
import io.elt.submit.PrometheusMetrics;
import org.apache.flink.client.deployment.application.ApplicationConfiguration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.PipelineOptionsInternal;
import org.apache.flink.configuration.ResourceManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.SecurityOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.jobmanager.HighAvailabilityMode;
import org.apache.flink.yarn.configuration.YarnConfigOptions;
import org.apache.flink.yarn.configuration.YarnConfigOptionsInternal;
import org.apache.flink.yarn.configuration.YarnDeploymentTarget;
import org.apache.hadoop.fs.Path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The configuration of one application: what the bundle sets wins over what is set here, where both can. */
record ApplicationSettings(YarnConfig config, ClusterJars jars) {
    /** Flink's own list for Java 17, and what Paimon's sources need where a container has one core. */
    private static final String JAVA_OPTIONS = Stream.concat(
                    Stream.of("java.base/sun.net.util", "java.security.jgss/sun.security.krb5")
                            .map(name -> "--add-exports=" + name + "=ALL-UNNAMED"),
                    Stream.of(
                                    "java.lang",
                                    "java.net",
                                    "java.io",
                                    "java.nio",
                                    "sun.nio.ch",
                                    "java.lang.reflect",
                                    "java.text",
                                    "java.time",
                                    "java.util",
                                    "java.util.concurrent",
                                    "java.util.concurrent.atomic",
                                    "java.util.concurrent.locks")
                            .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED"))
            .collect(Collectors.joining(
                    " ", "", " -Djava.util.concurrent.ForkJoinPool.common.parallelism=1 -Dfile.encoding=UTF-8"));

    /** Flink's key for the folder, as seen from the folder of a container. */
    private static final String HADOOP_CONFIGURATION = "fs.hdfs.hadoopconf";

    /** As many as the ResourceManager allows. */
    private static final int ATTEMPTS = 10;

    /**
     * @param shared where the jars are, empty if they travel with the application
     * @param state the job's own folder, as Flink knows it
     */
    Configuration of(
            JobBundle bundle,
            JobSecrets secrets,
            ApplicationTags tags,
            StagedFiles staged,
            Optional<Path> shared,
            String state) {
        Configuration flink = defaults();
        bundle.clusterSettings(secrets, GlobalConfiguration::isSensitive).forEach(flink::setString);
        flink.set(DeploymentOptions.TARGET, YarnDeploymentTarget.APPLICATION.getName());
        flink.set(DeploymentOptions.SHUTDOWN_ON_APPLICATION_FINISH, true);
        // The id is known before anything runs, and an error before the job is submitted is kept under it.
        flink.set(PipelineOptionsInternal.PIPELINE_FIXED_JOB_ID, tags.jobId());
        flink.set(DeploymentOptions.SUBMIT_FAILED_JOB_ON_APPLICATION_ERROR, true);
        if (flink.getOptional(JobManagerOptions.ARCHIVE_DIR).isEmpty()) {
            flink.set(JobManagerOptions.ARCHIVE_DIR, archive(state));
        }
        flink.setString(
                ResourceManagerOptions.CONTAINERIZED_MASTER_ENV_PREFIX + Runner.FAILURE_VARIABLE,
                refused(state) + "/" + tags.jobId());
        label(flink, bundle, tags);
        place(flink);
        ship(flink, staged, shared);
        restart(flink, state);
        new ApplicationConfiguration(new String[] {StagedFiles.BUNDLE}, Runner.class.getName())
                .applyToConfiguration(flink);
        return flink;
    }

    /** Where the JobManager leaves what became of a job. */
    static String archive(String state) {
        return state + "/archive";
    }

    /** Where the runner leaves why it did not come to a job, which Flink does not archive. */
    static String refused(String state) {
        return state + "/refused";
    }

    private static Configuration defaults() {
        return Configuration.fromMap(PrometheusMetrics.settings(PrometheusMetrics.PORTS))
                .set(JobManagerOptions.TOTAL_PROCESS_MEMORY, MemorySize.ofMebiBytes(1024))
                .set(TaskManagerOptions.TOTAL_PROCESS_MEMORY, MemorySize.ofMebiBytes(1728))
                .set(CoreOptions.FLINK_DEFAULT_JVM_OPTIONS, JAVA_OPTIONS)
                // All classes come from the same jars.
                .set(CoreOptions.CLASSLOADER_RESOLVE_ORDER, "parent-first")
                // The first TaskManager is asked for with the next heartbeat, and Flink's is five seconds.
                .set(YarnConfigOptions.HEARTBEAT_DELAY_SECONDS, 1)
                // Any free port: several applications share a machine.
                .set(RestOptions.BIND_PORT, "0");
    }

    private void label(Configuration flink, JobBundle bundle, ApplicationTags tags) {
        List<String> all = new ArrayList<>(tags.toList());
        all.addAll(config.label().tags());
        flink.set(YarnConfigOptions.APPLICATION_NAME, config.label().name().orElse(bundle.name()));
        flink.set(YarnConfigOptions.APPLICATION_TYPE, config.label().type());
        flink.set(YarnConfigOptions.APPLICATION_TAGS, String.join(",", all));
    }

    private void place(Configuration flink) {
        config.placement().queue().ifPresent(queue -> flink.set(YarnConfigOptions.APPLICATION_QUEUE, queue));
        config.placement().nodeLabel().ifPresent(label -> flink.set(YarnConfigOptions.NODE_LABEL, label));
        config.placement()
                .priority()
                .ifPresent(priority -> flink.set(YarnConfigOptions.APPLICATION_PRIORITY, priority));
        config.login().keytab().ifPresent(keytab -> {
            flink.set(SecurityOptions.KERBEROS_LOGIN_KEYTAB, keytab.file().toString());
            flink.set(SecurityOptions.KERBEROS_LOGIN_PRINCIPAL, keytab.principal());
        });
    }

    private void ship(Configuration flink, StagedFiles staged, Optional<Path> shared) {
        // Flink itself ships these two; shipped twice, the second copy would replace the first under its readers.
        Stream<java.nio.file.Path> travelling = shared.isPresent()
                ? Stream.empty()
                : jars.files().stream().filter(jar -> !jar.equals(jars.runner()) && !jar.equals(jars.distribution()));
        flink.set(
                YarnConfigOptions.SHIP_FILES,
                Stream.concat(staged.folders().stream(), travelling)
                        .map(path -> path.toUri().toString())
                        .toList());
        shared.ifPresent(folder -> flink.set(YarnConfigOptions.PROVIDED_LIB_DIRS, List.of(folder.toString())));
        flink.set(PipelineOptions.JARS, List.of(jars.runner().toUri().toString()));
        flink.set(
                YarnConfigOptionsInternal.APPLICATION_LOG_CONFIG_FILE,
                staged.logging().toString());
        flink.setString(HADOOP_CONFIGURATION, StagedFiles.HADOOP);
        staged.variables()
                .forEach((name, value) ->
                        flink.setString(ResourceManagerOptions.CONTAINERIZED_MASTER_ENV_PREFIX + name, value));
    }

    /**
     * A second JobManager goes on where the first one was only if that is kept outside of it. Without such a place it would
     * start from the job's beginning; then the application ends, and the next call of elt starts from the newest checkpoint.
     */
    private static void restart(Configuration flink, String state) {
        if (!HighAvailabilityMode.isHighAvailabilityModeActivated(flink)) {
            flink.set(YarnConfigOptions.APPLICATION_ATTEMPTS, 1);
            return;
        }
        if (flink.getOptional(YarnConfigOptions.APPLICATION_ATTEMPTS).isEmpty()) {
            flink.set(YarnConfigOptions.APPLICATION_ATTEMPTS, ATTEMPTS);
        }
        if (flink.getOptional(HighAvailabilityOptions.HA_STORAGE_PATH).isEmpty()) {
            flink.set(HighAvailabilityOptions.HA_STORAGE_PATH, state + "/high-availability");
        }
    }
}
