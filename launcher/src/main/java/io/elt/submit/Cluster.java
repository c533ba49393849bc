package io.elt.submit;

import io.elt.runner.JobBundle;
import io.elt.runner.JobSecrets;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Something that runs jobs. Every cluster takes the same {@link JobBundle}; what differs between clusters is behind
 * these few verbs.
 */
public interface Cluster extends AutoCloseable {
    /**
     * Hands a job over. The job may still fail once this has returned: ask the status stage.
     *
     * @param secrets what the bundle's placeholders stand for. They are not to be in arguments, in what others can read or
     *     in logs: the runner finds them in its environment or in a file of the job's owner
     * @throws io.elt.runner.StatementException if a statement of the bundle is refused
     */
    Submission submit(JobBundle bundle, JobSecrets secrets);

    /**
     * Stops a job after a last savepoint. When this returns, all that the job had read is committed in its sinks.
     *
     * @param directory where the savepoint goes
     * @return the savepoint's own folder
     * @throws StopException if the job did not stop in time; it then still runs, or has failed
     */
    String stop(Submission submission, Path directory, Duration timeout);

    /** Ends a job at once, without a savepoint. Its checkpoints stay. */
    void cancel(Submission submission);

    /** Root of Flink's REST API. */
    URI rest();

    @Override
    void close();
}
