package io.elt.submit;

import io.elt.diagnostic.NamedSecrets;
import io.elt.plan.Digest;
import io.elt.plan.Job;
import io.elt.plan.Plan;
import io.elt.plan.TableName;
import io.elt.project.Layer;
import io.elt.runner.JobBundle;
import io.elt.runner.JobSecrets;
import io.elt.runner.Placeholder;
import io.elt.runner.metrics.TableLabels;
import io.elt.script.Dialect;
import io.elt.script.Script;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the bundle that a cluster takes out of a planned job. What the project sets wins over what is set here. */
public final class Bundler {
    private static final int FINGERPRINT_DIGITS = 16;

    private final String project;
    private final String target;
    private final Map<String, String> targetSettings;
    private final Map<String, String> placement;
    private final NamedSecrets secrets;
    private final String invocationId;

    /** A job as it can be stored and shown, and what has to be carried beside it. */
    public record Bundled(JobBundle bundle, JobSecrets secrets) {}

    /**
     * @param project the project's name, the first half of every job's name on a cluster and of every consumer's id
     * @param target its name
     * @param targetSettings Flink settings of the target
     * @param placement what else the target says that a job has to be started anew for, such as its image or its queue
     * @param secrets those of the project, which will not be in bundles
     * @param invocationId what is another text at each call of elt; in a bundle stands what is another text at each start
     */
    public Bundler(
            String project,
            String target,
            Map<String, String> targetSettings,
            Map<String, String> placement,
            NamedSecrets secrets,
            String invocationId) {
        this.project = project;
        this.target = target;
        this.targetSettings = Map.copyOf(targetSettings);
        this.placement = Map.copyOf(placement);
        this.secrets = secrets;
        this.invocationId = invocationId;
    }

    /** Under this name a job keeps its place in the tables that it reads. */
    public String consumerId(Job job) {
        return project + "-" + job.name();
    }

    /**
     * @param resumeFrom a checkpoint or savepoint to start from, empty for a fresh start
     */
    public Bundled bundle(Plan plan, Job job, SavedState state, Optional<String> resumeFrom) {
        SecretExtraction extraction = new SecretExtraction(secrets);
        Map<String, String> settings = new TreeMap<>(defaults());
        settings.putAll(targetSettings);
        settings.putAll(job.settings());
        settings.replaceAll((key, value) -> perStart(extraction.setting(key, value)));
        settings.put("execution.checkpointing.dir", state.checkpoints());
        for (TableName table : job.reads()) {
            String prefix = "paimon." + table + ".";
            settings.putIfAbsent(prefix + "consumer-id", consumerId(job));
            // Where a job goes on is told by its own state. Without state it reads everything, or its sums would be
            // wrong.
            settings.putIfAbsent(prefix + "consumer.ignore-progress", "true");
        }
        for (TableName table : job.writes()) {
            if (plan.lakes().containsKey(table.catalog())) {
                labels(job, table)
                        .toOptions()
                        .forEach((option, value) -> settings.putIfAbsent("paimon." + table + "." + option, value));
            }
        }
        List<String> statements = plan.statements(job).stream()
                .map(extraction::statement)
                .map(this::perStart)
                .toList();
        JobIdentity identity = new JobIdentity(project, target, job.name(), fingerprint(statements, settings));
        resumeFrom.ifPresent(path -> {
            settings.put("execution.state-recovery.path", path);
            settings.put("execution.state-recovery.claim-mode", state.isDisposable(path) ? "CLAIM" : "NO_CLAIM");
        });
        return new Bundled(
                new JobBundle(identity.clusterName(), identity.addTo(settings), statements), extraction.taken());
    }

    private String perStart(String text) {
        return invocationId.isEmpty() ? text : text.replace(invocationId, Placeholder.START);
    }

    /**
     * Of what a job does: its statements without comments, with the functions that they bring along, its settings, and where it
     * runs. Not of this elt: who has another one would start all jobs anew, and whoever has the old one after that, too.
     */
    private String fingerprint(List<String> statements, Map<String, String> settings) {
        Digest digest = new Digest("fingerprint of a job").add(settings).add(placementWithoutSecrets());
        for (String statement : statements) {
            digest.add(Script.words(statement, Dialect.FLINK)).add(FunctionJars.digests(statement));
        }
        return digest.text().substring(0, FINGERPRINT_DIGITS);
    }

    private Map<String, String> placementWithoutSecrets() {
        SecretExtraction extraction = new SecretExtraction(secrets);
        Map<String, String> plain = new TreeMap<>(placement);
        plain.replaceAll(extraction::text);
        return plain;
    }

    private TableLabels labels(Job job, TableName table) {
        return new TableLabels(project, layer(job).text(), job.name(), table.toString());
    }

    /** Of its first file: a job that holds several is named as its author likes. */
    private static Layer layer(Job job) {
        String file = job.files().isEmpty() ? job.name() : job.files().get(0);
        return Layer.ofName(file.substring(file.lastIndexOf('/') + 1));
    }

    private static Map<String, String> defaults() {
        return Map.of(
                // Flink's documented default; without it a client takes the number of its own cores.
                "parallelism.default", "1",
                // Paimon merges by key itself; with the planner's own operator before it the job fails.
                "table.exec.sink.upsert-materialize", "NONE",
                "execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION",
                "execution.checkpointing.timeout", "10 min",
                // Flink takes none by default, and then nothing is ever committed.
                "execution.checkpointing.interval", "10 s",
                // A job that fails at once is given up; one that ran well for a while gets all its attempts again. A
                // fixed
                // number would end every job some day: Paimon's writers fail now and then on a place that its reader
                // is just overwriting.
                "restart-strategy.type", "exponential-delay",
                "restart-strategy.exponential-delay.attempts-before-reset-backoff", "5",
                "restart-strategy.exponential-delay.reset-backoff-threshold", "2 min",
                "restart-strategy.exponential-delay.max-backoff", "3 s");
    }
}
