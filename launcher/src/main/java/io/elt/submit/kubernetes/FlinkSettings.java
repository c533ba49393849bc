package io.elt.submit.kubernetes;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Problems;
import io.elt.diagnostic.SourceSpan;
import io.elt.project.Project;
import io.elt.runner.JobBundle;
import io.elt.runner.Placeholder;
import io.elt.submit.PrometheusMetrics;
import io.elt.submit.SavedState;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings of the cluster that the operator makes for a job, beside those that the job itself has in its bundle. What the
 * project sets wins over what is set here.
 */
final class FlinkSettings {
    /** Only the job knows what to do with these. */
    private static final List<String> OF_THE_JOB = List.of("table.", "paimon.", "sql.");

    /** The resource has fields of its own for these, or the operator sets them. */
    private static final List<String> OF_THE_RESOURCE = List.of(
            "parallelism.default",
            "pipeline.name",
            "pipeline.global-job-parameters",
            "execution.target",
            "execution.checkpointing.dir",
            "execution.checkpointing.savepoint-dir");

    /** What Flink looks into on Java 17; the operator's own list depends on how it was installed. */
    private static final String JAVA_OPTIONS = String.join(
            " ",
            "--add-exports=java.base/sun.net.util=ALL-UNNAMED",
            "--add-exports=java.security.jgss/sun.security.krb5=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-opens=java.base/java.text=ALL-UNNAMED",
            "--add-opens=java.base/java.time=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent.locks=ALL-UNNAMED");

    private FlinkSettings() {}

    /**
     * @throws io.elt.diagnostic.EltException if one of them is a secret, for everybody who may see the deployment would see it
     */
    static Map<String, String> of(JobBundle bundle, SavedState state, int slots) {
        Map<String, String> settings = new TreeMap<>(defaults(state, slots));
        settings.putAll(PrometheusMetrics.settings(PrometheusMetrics.PORT));
        Problems problems = new Problems();
        bundle.settings().forEach((key, value) -> {
            if (isOfTheCluster(key) && !value.contains(Placeholder.START)) {
                settings.put(key, value);
                if (!Placeholder.namesIn(value).isEmpty()) {
                    problems.add(secret(key));
                }
            }
        });
        problems.throwIfErrors();
        return settings;
    }

    private static boolean isOfTheCluster(String key) {
        return OF_THE_JOB.stream().noneMatch(key::startsWith) && !OF_THE_RESOURCE.contains(key);
    }

    private static Map<String, String> defaults(SavedState state, int slots) {
        return Map.of(
                "taskmanager.numberOfTaskSlots",
                String.valueOf(slots),
                "state.checkpoints.dir",
                state.checkpoints(),
                "state.savepoints.dir",
                state.savepoints(),
                "high-availability.type",
                "kubernetes",
                "high-availability.storageDir",
                state.highAvailability(),
                "kubernetes.operator.savepoint.format.type",
                "NATIVE",
                // A savepoint is there for whoever goes back to it; the operator would delete all but the newest.
                "kubernetes.operator.savepoint.cleanup.enabled",
                "false",
                "env.java.opts.all",
                JAVA_OPTIONS);
    }

    private static Diagnostic secret(String key) {
        return Diagnostic.error(
                        ErrorCode.SECRET_SHOWN, "setting " + key + " is a secret, and a FlinkDeployment shows it")
                .withHint(
                        "take it out of the target's flink section; give the pods an environment variable from a Secret"
                                + " with kubernetes.pod-template (for S3: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY), or a"
                                + " service account that needs no key")
                .at(SourceSpan.ofFile(Project.FILE));
    }
}
