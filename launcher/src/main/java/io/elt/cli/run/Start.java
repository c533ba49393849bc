package io.elt.cli.run;

import java.util.Optional;

/**
 * Where jobs begin.
 *
 * @param state whether they go on from what they have saved
 * @param savepoint a savepoint or checkpoint to go on from instead of the newest one
 * @param unchanged what becomes of jobs that run as their files say
 */
public record Start(State state, Optional<String> savepoint, Unchanged unchanged) {
    public static final Start RESUME = new Start(State.KEPT, Optional.empty(), Unchanged.LEFT_ALONE);
    public static final Start FRESH = new Start(State.PUT_ASIDE, Optional.empty(), Unchanged.STARTED_AGAIN);
    /** Each from a savepoint that is taken for it. */
    public static final Start RESTART = new Start(State.KEPT, Optional.empty(), Unchanged.STARTED_AGAIN);

    /** What becomes of the state that is there. */
    public enum State {
        KEPT,
        PUT_ASIDE
    }

    /** What becomes of a job that runs and has not changed. */
    public enum Unchanged {
        LEFT_ALONE,
        STARTED_AGAIN
    }

    /**
     * @param path the folder of the savepoint, as Flink knows it
     */
    public static Start from(String path) {
        return new Start(State.KEPT, Optional.of(path), Unchanged.STARTED_AGAIN);
    }

    /** The same for a job that was just stopped: it goes on from there, unless it was said from where. */
    Start after(Optional<String> stopped) {
        return isFresh() || savepoint.isPresent()
                ? this
                : stopped.map(Start::from).orElse(this);
    }

    boolean isFresh() {
        return state == State.PUT_ASIDE;
    }
}
