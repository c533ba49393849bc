package io.elt.cli.run;

import java.util.Optional;

/**
 * Where jobs begin.
 *
 * @param state whether they go on from what they have saved
 * @param savepoint a savepoint or checkpoint to go on from instead of the newest one
 */
public record Start(State state, Optional<String> savepoint) {
    public static final Start RESUME = new Start(State.KEPT, Optional.empty());
    public static final Start FRESH = new Start(State.PUT_ASIDE, Optional.empty());

    /** What becomes of the state that is there. */
    public enum State {
        KEPT,
        PUT_ASIDE
    }

    /**
     * @param path the folder of the savepoint, as Flink knows it
     */
    public static Start from(String path) {
        return new Start(State.KEPT, Optional.of(path));
    }

    boolean isFresh() {
        return state == State.PUT_ASIDE;
    }
}
