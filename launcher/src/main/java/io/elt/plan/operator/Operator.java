package io.elt.plan.operator;

import io.elt.plan.Column;
import io.elt.plan.TableName;

import java.util.List;
import java.util.Optional;

/**
 * One step of a job's data flow. What only moves rows between machines is left out.
 *
 * @param id unique in its job; inputs have smaller ones
 * @param description what it does, in a few words
 * @param inputs ids of the operators that it reads from, in the order of the query
 * @param columns what it passes on; for a sink, what it writes
 * @param changelog which changes it passes on; for a sink, which it writes
 * @param deletes whether rows can vanish from what it passes on
 * @param upsertKeys columns of which each set tells its rows apart through all their changes
 * @param uniqueKeys columns of which each set tells its rows apart at any moment
 * @param state what it remembers
 * @param time by which clock it works
 * @param watermark whether what it reads has an event time with watermarks
 * @param tables for scans, sinks and lookups: the table, else empty
 * @param lookups for lookup joins: how, else empty
 * @param meaning what it computes, exactly
 * @param inserts which of the job's statements it works for: positions in {@link io.elt.plan.Job#statements}
 */
public record Operator(
        int id,
        OperatorType type,
        String description,
        List<Integer> inputs,
        List<Column> columns,
        ChangelogKind changelog,
        boolean deletes,
        List<List<String>> upsertKeys,
        List<List<String>> uniqueKeys,
        List<State> state,
        TimeKind time,
        boolean watermark,
        List<TableName> tables,
        List<Lookup> lookups,
        Meaning meaning,
        List<Integer> inserts) {
    public Operator {
        inputs = List.copyOf(inputs);
        columns = List.copyOf(columns);
        upsertKeys = upsertKeys.stream().map(List::copyOf).toList();
        uniqueKeys = uniqueKeys.stream().map(List::copyOf).toList();
        state = List.copyOf(state);
        tables = List.copyOf(tables);
        lookups = List.copyOf(lookups);
        inserts = List.copyOf(inserts);
    }

    public Optional<TableName> table() {
        return tables.stream().findFirst();
    }

    public Optional<Lookup> lookup() {
        return lookups.stream().findFirst();
    }

    public boolean is(OperatorType other) {
        return type == other;
    }
}
