package io.elt.submit.yarn;

import io.elt.diagnostic.EltException;
import io.elt.submit.DeploymentWatch;
import org.apache.hadoop.yarn.api.records.ApplicationId;
import org.apache.hadoop.yarn.api.records.ApplicationReport;
import org.apache.hadoop.yarn.api.records.ApplicationSubmissionContext;
import org.apache.hadoop.yarn.api.records.YarnApplicationState;
import org.apache.hadoop.yarn.client.api.impl.YarnClientImpl;
import org.apache.hadoop.yarn.exceptions.YarnException;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The client with which Flink deploys one application. Flink asks it a few times a second how the application is, for as
 * long as it takes; so here is where the waiting is told, and where it ends.
 */
final class DeployingClient extends YarnClientImpl {
    private static final Set<YarnApplicationState> WAITING = EnumSet.of(
            YarnApplicationState.NEW,
            YarnApplicationState.NEW_SAVING,
            YarnApplicationState.SUBMITTED,
            YarnApplicationState.ACCEPTED);
    private static final Duration WORTH_TELLING = Duration.ofSeconds(5);

    private final Duration timeout;
    private final DeploymentWatch watch;
    private Optional<ApplicationId> application = Optional.empty();
    private Optional<ApplicationReport> last = Optional.empty();
    private Instant submitted;
    private String told = "";

    DeployingClient(Duration timeout, DeploymentWatch watch) {
        this.timeout = timeout;
        this.watch = watch;
    }

    /** What was submitted, whether or not it was taken. */
    Optional<ApplicationId> application() {
        return application;
    }

    /** What YARN said last. */
    Optional<ApplicationReport> last() {
        return last;
    }

    @Override
    public ApplicationId submitApplication(ApplicationSubmissionContext context) throws YarnException, IOException {
        stopIfAbandoned(context.getApplicationId());
        application = Optional.of(context.getApplicationId());
        submitted = Instant.now();
        return super.submitApplication(context);
    }

    @Override
    public ApplicationReport getApplicationReport(ApplicationId id) throws YarnException, IOException {
        ApplicationReport report = super.getApplicationReport(id);
        last = Optional.of(report);
        if (!WAITING.contains(report.getYarnApplicationState())) {
            return report;
        }
        stopIfAbandoned(id);
        Duration waited = Duration.between(submitted, Instant.now());
        if (waited.compareTo(timeout) > 0) {
            throw YarnErrors.waitedTooLong(report, timeout);
        }
        if (waited.compareTo(WORTH_TELLING) > 0) {
            tell(report);
        }
        return report;
    }

    private void tell(ApplicationReport report) {
        String why = YarnErrors.withoutLineBreaks(report.getDiagnostics());
        String text = "WAIT application " + report.getApplicationId() + " waits in queue '" + report.getQueue() + "'"
                + (why.isEmpty() ? "" : ": " + why);
        if (!text.equals(told)) {
            watch.say(text);
            told = text;
        }
    }

    private void stopIfAbandoned(ApplicationId id) throws EltException {
        if (watch.isAbandoned()) {
            throw YarnErrors.abandoned(id.toString());
        }
    }
}
