package io.elt.status;

import java.time.Duration;

/**
 * How far a job is behind in one of its inputs.
 *
 * @param input the table's or the topic's name
 * @param unread what is committed there and not yet committed in the job's own tables
 * @param unit what is counted
 * @param waiting how long the oldest of that has been there; zero if there is none
 */
public record Lag(String job, String input, long unread, Unit unit, Duration waiting) {
    /** What an input is made of. */
    public enum Unit {
        RECORDS,
        SNAPSHOTS,
        /** Of a binlog, which holds the changes of all tables of a server. */
        BYTES
    }

    public boolean isCaughtUp() {
        return unread == 0;
    }
}
