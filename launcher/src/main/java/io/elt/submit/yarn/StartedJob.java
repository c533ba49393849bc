package io.elt.submit.yarn;

import com.fasterxml.jackson.databind.JsonNode;
import io.elt.submit.ClusterUnreachableException;
import io.elt.submit.DeploymentWatch;
import io.elt.submit.JobState;
import io.elt.submit.RestApi;
import org.apache.hadoop.yarn.api.records.ApplicationId;
import org.apache.hadoop.yarn.api.records.ApplicationReport;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** An application whose JobManager has started and now executes the bundle. */
final class StartedJob {
    private final Applications applications;
    private final ApplicationId application;
    private final Map<String, String> settings;
    private final RestApi api = new RestApi();

    /** What came of it. */
    enum Outcome {
        /** The JobManager has the job. */
        KNOWN,
        /** All is done already. */
        SUCCEEDED,
        /** The application is gone, and not because all was done. */
        ENDED,
        ABANDONED,
        LATE
    }

    StartedJob(Applications applications, ApplicationId application, Map<String, String> settings) {
        this.applications = applications;
        this.application = application;
        this.settings = settings;
    }

    Outcome await(String jobId, Duration timeout, DeploymentWatch watch) {
        Instant deadline = Instant.now().plus(timeout);
        while (Instant.now().isBefore(deadline)) {
            ApplicationReport report = applications.report(application);
            if (ApplicationState.isOver(report)) {
                return ApplicationState.of(report) == JobState.FINISHED ? Outcome.SUCCEEDED : Outcome.ENDED;
            }
            if (isKnown(Applications.rest(report, settings), jobId)) {
                return Outcome.KNOWN;
            }
            if (watch.isAbandoned()) {
                return Outcome.ABANDONED;
            }
            Applications.pause();
        }
        return Outcome.LATE;
    }

    private boolean isKnown(Optional<URI> rest, String jobId) {
        if (rest.isEmpty()) {
            return false;
        }
        try {
            // Asked for a job that it does not know, the JobManager logs an error.
            for (JsonNode job : api.get(rest.get(), "/jobs").path("jobs")) {
                if (job.path("id").asText().equals(jobId)) {
                    return true;
                }
            }
            return false;
        } catch (ClusterUnreachableException e) {
            return false;
        }
    }
}
