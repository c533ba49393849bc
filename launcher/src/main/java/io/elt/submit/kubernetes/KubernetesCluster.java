package io.elt.submit.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.elt.runner.JobBundle;
import io.elt.runner.JobSecrets;
import io.elt.submit.Cluster;
import io.elt.submit.Condition;
import io.elt.submit.JobIdentity;
import io.elt.submit.JobLog;
import io.elt.submit.JobState;
import io.elt.submit.StateFolder;
import io.elt.submit.StopException;
import io.elt.submit.Submission;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Jobs as deployments of the Flink operator: each has a cluster of its own, which lives and ends with it. */
public final class KubernetesCluster implements Cluster {
    private static final String RESUME_FROM = "execution.state-recovery.path";
    private static final int REST_PORT = 8081;

    private final String project;
    private final KubernetesConfig config;
    private final Manifests manifests;
    private final Connection connection;
    private final KubernetesApi api;
    private final JobFiles files;
    private final Optional<String> commit;

    private KubernetesCluster(
            String project,
            KubernetesConfig config,
            StateFolder states,
            Optional<String> commit,
            Connection connection) {
        this.project = project;
        this.config = config;
        this.manifests = new Manifests(config, states);
        this.connection = connection;
        this.api = new KubernetesApi(connection.client(), config.api());
        this.files = new JobFiles(api, config.api());
        this.commit = commit;
    }

    /**
     * @param project whose jobs are looked for
     * @param states where the target's jobs keep their state
     * @param commit of the project; on what is applied only, for what is kept in a repository cannot name its own commit
     * @throws io.elt.diagnostic.EltException if Kubernetes does not answer, or has no Flink operator, or does not allow to ask
     */
    public static KubernetesCluster connect(
            String project, KubernetesConfig config, StateFolder states, Optional<String> commit) {
        KubernetesCluster cluster = new KubernetesCluster(project, config, states, commit, Connection.to(config.api()));
        try {
            cluster.jobs();
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    @Override
    public Submission submit(JobBundle bundle, JobSecrets secrets) {
        JobManifests job = manifests.of(bundle);
        String name = JobIdentity.of(bundle).job();
        Optional<String> resumeFrom = Optional.ofNullable(bundle.settings().get(RESUME_FROM));
        Optional<Deployment> live = api.deployment(job.name());
        if (live.isPresent() && resumeFrom.isEmpty()) {
            // The operator would take the state of the old one over.
            api.delete(job.name(), config.operatorTimeout());
            live = Optional.empty();
        }
        files.put(job, secrets);
        Optional<String> complaint = live.flatMap(Deployment::error);
        ObjectNode wanted = started(job, live, resumeFrom).deepCopy();
        commit.ifPresent(id -> wanted.withObject("/metadata/annotations").put(JobLabels.COMMIT, id));
        api.apply(wanted);
        Deployment taken = awaitTaken(job.name(), name, complaint);
        files.removeOld(job, live);
        return submission(taken);
    }

    /** What is suspended goes on from where it stopped by itself; all else has to be told. */
    private static ObjectNode started(JobManifests job, Optional<Deployment> live, Optional<String> resumeFrom) {
        if (resumeFrom.isEmpty()
                || live.filter(Deployment::hasStopped)
                        .flatMap(Deployment::savepoint)
                        .equals(resumeFrom)) {
            return job.deployment();
        }
        return job.startingFrom(
                resumeFrom.get(),
                live.isPresent() ? OptionalLong.of(Instant.now().getEpochSecond()) : OptionalLong.empty());
    }

    private Deployment awaitTaken(String resource, String job, Optional<String> complaint) {
        Optional<Deployment> seen = api.await(
                resource,
                live -> live.isTaken()
                        || live.error().isPresent() && !live.error().equals(complaint),
                config.operatorTimeout());
        Deployment live = seen.or(() -> api.deployment(resource))
                .orElseThrow(() -> KubernetesErrors.operatorSilent(job, config.operatorTimeout(), config.api())
                        .toException());
        if (live.isTaken()) {
            return live;
        }
        throw live.error()
                .map(reason -> KubernetesErrors.refusedByOperator(job, reason))
                .orElseGet(() -> KubernetesErrors.operatorSilent(job, config.operatorTimeout(), config.api()))
                .toException();
    }

    @Override
    public List<Submission> jobs() {
        return api
                .deployments(Map.of(JobLabels.MANAGED_BY, "elt", JobLabels.PROJECT, JobLabels.value(project)))
                .stream()
                .filter(live -> live.annotation(JobLabels.PROJECT).equals(Optional.of(project)))
                .map(this::submission)
                .toList();
    }

    @Override
    public Optional<Condition> condition(Submission submission) {
        return Optional.of(api.deployment(resource(submission))
                .map(Deployment::condition)
                .orElse(new Condition(JobState.CANCELED, Optional.empty())));
    }

    /** Of its pods, as {@code kubectl logs} shows them: Flink's own API is inside of the cluster. */
    @Override
    public List<JobLog> logs(Submission submission, int lines) {
        return api.logs(resource(submission), lines);
    }

    /** The savepoint goes into the folder of the job's deployment, which is the one that elt would name. */
    @Override
    public String stop(Submission submission, String directory, Duration timeout) {
        String resource = resource(submission);
        Optional<String> complaint = api.deployment(resource).flatMap(Deployment::error);
        api.suspend(resource);
        Optional<Deployment> seen = api.await(
                resource,
                live -> live.hasStopped()
                        || live.error().isPresent() && !live.error().equals(complaint),
                timeout);
        if (seen.filter(Deployment::hasStopped).isPresent()) {
            return seen.flatMap(Deployment::savepoint)
                    .orElseThrow(() -> new StopException(
                            "job " + submission.job() + " did not run, so the operator stopped it without a savepoint",
                            null));
        }
        // Else it would stop later, when nobody expects it.
        api.resume(resource);
        throw new StopException(
                "job " + submission.job()
                        + seen.flatMap(Deployment::error)
                                .map(reason -> " did not stop with a savepoint: " + reason)
                                .orElse(" did not stop within " + timeout.toSeconds() + " s"),
                null);
    }

    @Override
    public void cancel(Submission submission) {
        api.delete(resource(submission), config.operatorTimeout());
        files.removeAll(resource(submission));
    }

    @Override
    public void close() {
        connection.close();
    }

    private Submission submission(Deployment live) {
        return new Submission(
                live.annotation(JobLabels.JOB).orElse(live.name()),
                live.jobId().orElse(""),
                rest(live),
                config.api().namespace() + "/" + live.name(),
                live.annotation(JobLabels.FINGERPRINT));
    }

    /** Flink's service has an address inside of the cluster only. */
    private Optional<URI> rest(Deployment live) {
        return connection.place() == Connection.Place.POD
                ? Optional.of(URI.create(
                        "http://" + live.name() + "-rest." + config.api().namespace() + ":" + REST_PORT))
                : Optional.empty();
    }

    private static String resource(Submission submission) {
        return submission.application().substring(submission.application().indexOf('/') + 1);
    }
}
