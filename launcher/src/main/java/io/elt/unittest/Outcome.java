package io.elt.unittest;

import io.elt.plan.TableName;

import java.util.Map;

/** What came out of one run of a case. */
public sealed interface Outcome {
    /**
     * The job went through.
     *
     * @param tables every table that the files write
     */
    record Finished(Map<TableName, Written> tables) implements Outcome {
        public Finished {
            tables = Map.copyOf(tables);
        }
    }

    /** The job failed, for example at a NULL in a NOT NULL column. */
    record Failed(Throwable cause) implements Outcome {}
}
