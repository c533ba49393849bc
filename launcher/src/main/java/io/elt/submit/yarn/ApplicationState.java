package io.elt.submit.yarn;

import io.elt.submit.JobState;
import org.apache.hadoop.yarn.api.records.ApplicationReport;
import org.apache.hadoop.yarn.api.records.FinalApplicationStatus;
import org.apache.hadoop.yarn.api.records.YarnApplicationState;

/** What the state of an application says of its job. */
final class ApplicationState {
    private ApplicationState() {}

    static JobState of(ApplicationReport report) {
        return switch (report.getYarnApplicationState()) {
            case NEW, NEW_SAVING, SUBMITTED, ACCEPTED -> JobState.STARTING;
            case RUNNING -> JobState.RUNNING;
            case FAILED -> JobState.FAILED;
            case KILLED -> JobState.CANCELED;
            case FINISHED -> finished(report.getFinalApplicationStatus());
        };
    }

    static boolean isOver(ApplicationReport report) {
        return switch (report.getYarnApplicationState()) {
            case NEW, NEW_SAVING, SUBMITTED, ACCEPTED, RUNNING -> false;
            case FAILED, KILLED, FINISHED -> true;
        };
    }

    static boolean runs(ApplicationReport report) {
        return report.getYarnApplicationState() == YarnApplicationState.RUNNING;
    }

    /** Also when somebody killed it: then YARN says who. */
    static boolean hasFailed(ApplicationReport report) {
        return isOver(report) && of(report) != JobState.FINISHED;
    }

    private static JobState finished(FinalApplicationStatus status) {
        return switch (status) {
            case SUCCEEDED, ENDED, UNDEFINED -> JobState.FINISHED;
            case FAILED -> JobState.FAILED;
            case KILLED -> JobState.CANCELED;
        };
    }
}
