package io.elt.lake;

import io.elt.plan.TableName;
import org.apache.paimon.schema.SchemaChange;

import java.util.List;

/**
 * What it takes to bring a table of the lake to its definition.
 *
 * @param changes what Paimon has to do, in order
 * @param words each change as an author would say it
 * @param refusals how the table differs in what cannot be changed without loss, or at all
 */
public record Alteration(TableName table, List<SchemaChange> changes, List<String> words, List<String> refusals) {
    public Alteration {
        changes = List.copyOf(changes);
        words = List.copyOf(words);
        refusals = List.copyOf(refusals);
    }

    /** Whether the table is as its definition says. */
    public boolean isNothing() {
        return changes.isEmpty() && refusals.isEmpty();
    }

    public boolean isRefused() {
        return !refusals.isEmpty();
    }
}
