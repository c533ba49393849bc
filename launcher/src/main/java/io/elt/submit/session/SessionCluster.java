package io.elt.submit.session;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.SourceSpan;
import io.elt.project.Project;
import io.elt.runner.JobBundle;
import io.elt.runner.JobSecrets;
import io.elt.submit.Cluster;
import io.elt.submit.ClusterUnreachableException;
import io.elt.submit.FlinkCluster;
import io.elt.submit.RestApi;
import io.elt.submit.Submission;
import org.apache.flink.runtime.util.EnvironmentInformation;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A session cluster, which holds many jobs. Their graphs are made here and handed over. */
public final class SessionCluster implements Cluster {
    private final String project;
    private final String target;
    private final Map<String, String> shipped;
    private final FlinkCluster flink;

    private SessionCluster(String project, String target, Map<String, String> shipped, FlinkCluster flink) {
        this.project = project;
        this.target = target;
        this.shipped = shipped;
        this.flink = flink;
    }

    /**
     * @param project whose jobs are looked for
     * @param target for which they run; empty for any
     * @param settings Flink settings of the target, as for TLS
     * @throws io.elt.diagnostic.EltException if it does not answer, or is no Flink that takes these jobs
     */
    public static SessionCluster connect(
            String project, String target, SessionConfig config, Map<String, String> settings) {
        try {
            requireSameFlink(new RestApi(), config.address());
            Map<String, String> shipped = config.lib() == SessionConfig.Lib.SHIPPED ? JobJars.settings() : Map.of();
            return new SessionCluster(project, target, shipped, FlinkCluster.at(config.address(), settings));
        } catch (ClusterUnreachableException e) {
            throw unreachable(config.address(), e).toException(e);
        }
    }

    @Override
    public Submission submit(JobBundle bundle, JobSecrets secrets) {
        return flink.submit(bundle, secrets, shipped);
    }

    @Override
    public int submissionsAtOnce() {
        return Runtime.getRuntime().availableProcessors();
    }

    @Override
    public List<Submission> jobs() {
        return flink.jobs(project, target, "");
    }

    @Override
    public String stop(Submission submission, String directory, Duration timeout) {
        return flink.stop(submission, directory, timeout);
    }

    @Override
    public void cancel(Submission submission) {
        flink.cancel(submission);
    }

    @Override
    public void close() {
        flink.close();
    }

    /**
     * A graph travels as serialised Java: another Flink cannot read it, and says so in many words.
     *
     * @return the cluster's version
     */
    static String requireSameFlink(RestApi api, URI address) {
        String theirs = api.get(address, "/config").path("flink-version").asText("unknown");
        String ours = EnvironmentInformation.getVersion();
        if (!minor(theirs).equals(minor(ours))) {
            throw Diagnostic.error(
                            ErrorCode.SUBMISSION_FAILED,
                            "the cluster at " + address + " runs Flink " + theirs + ", and elt makes jobs for " + ours)
                    .withHint("run a session cluster of Flink " + minor(ours) + ".x, or choose another target")
                    .at(SourceSpan.ofFile(Project.FILE))
                    .toException();
        }
        return theirs;
    }

    private static String minor(String version) {
        String[] parts = version.split("\\.");
        return parts.length < 2 ? version : parts[0] + "." + parts[1];
    }

    static Diagnostic unreachable(URI address, ClusterUnreachableException error) {
        return Diagnostic.error(ErrorCode.CLUSTER_UNREACHABLE, error.getMessage())
                .withHint("session.address of the target must be the JobManager's REST API; is it running? It is "
                        + address + " now")
                .at(SourceSpan.ofFile(Project.FILE));
    }
}
