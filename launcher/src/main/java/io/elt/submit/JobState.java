package io.elt.submit;

/** The states that a user has to tell apart. */
public enum JobState {
    /** Not all tasks run yet. */
    STARTING,
    RUNNING,
    /** A task failed; the job starts again from its last checkpoint. */
    RESTARTING,
    /** Ended by itself or stopped with a savepoint. */
    FINISHED,
    CANCELED,
    FAILED;

    public static JobState of(String flinkState, boolean allTasksRun) {
        return switch (flinkState) {
            case "FAILED", "FAILING" -> FAILED;
            case "CANCELED", "CANCELLING" -> CANCELED;
            case "FINISHED" -> FINISHED;
            case "RESTARTING" -> RESTARTING;
            case "RUNNING" -> allTasksRun ? RUNNING : STARTING;
            default -> STARTING;
        };
    }

    public boolean isFinal() {
        return this == FINISHED || this == CANCELED || this == FAILED;
    }
}
