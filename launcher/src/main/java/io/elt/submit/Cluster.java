package io.elt.submit;

import io.elt.runner.JobBundle;
import io.elt.runner.JobSecrets;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Something that runs the jobs of one project. Every cluster takes the same {@link JobBundle}; what differs between clusters
 * is behind these few verbs.
 */
public interface Cluster extends AutoCloseable {
    /**
     * Hands a job over. The job may still fail once this has returned: ask the status stage.
     *
     * @param secrets what the bundle's placeholders stand for. They are not to be in arguments, in what others can read or
     *     in logs: the runner finds them in its environment or in a file of the job's owner
     * @throws io.elt.runner.StatementException if a statement of the bundle is refused
     * @throws io.elt.diagnostic.EltException if the cluster refuses the job, with the setting to change
     */
    Submission submit(JobBundle bundle, JobSecrets secrets);

    /** How many jobs may be submitted at the same time. More than one where their graphs are made in this process. */
    default int submissionsAtOnce() {
        return 1;
    }

    /**
     * The jobs of the project that the cluster knows now, those that run and those that ended lately. Where a job was
     * submitted more than once, its newest run comes first.
     *
     * @throws ClusterUnreachableException if the cluster does not answer
     */
    List<Submission> jobs();

    /** What the cluster's manager says of a job; empty where Flink itself is all there is to ask. */
    default Optional<Condition> condition(Submission submission) {
        return Optional.empty();
    }

    /**
     * The end of the logs of the processes that run a job, as the cluster has them now.
     *
     * @param lines of each log
     * @throws ClusterUnreachableException if the cluster does not give them
     */
    default List<JobLog> logs(Submission submission, int lines) {
        return submission
                .rest()
                .map(rest -> new FlinkLogs(rest).of(submission, lines))
                .orElseThrow(() -> new ClusterUnreachableException(
                        "the logs of job " + submission.job() + " cannot be read from here", null));
    }

    /**
     * Stops a job after a last savepoint. When this returns, all that the job had read is committed in its sinks.
     *
     * @param directory where the savepoint goes, as Flink knows it
     * @return the savepoint's own folder
     * @throws StopException if the job did not stop in time; it then still runs, or has failed
     */
    String stop(Submission submission, String directory, Duration timeout);

    /** Ends a job at once, without a savepoint. Its checkpoints stay. */
    void cancel(Submission submission);

    /** Leaves the cluster. Its jobs live on, except where the cluster is this process. */
    @Override
    void close();
}
