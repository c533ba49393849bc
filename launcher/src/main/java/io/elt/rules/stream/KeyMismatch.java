package io.elt.rules.stream;

import io.elt.diagnostic.ErrorCode;
import io.elt.plan.Column;
import io.elt.plan.operator.ChangelogKind;
import io.elt.plan.operator.Operator;
import io.elt.plan.operator.OperatorType;
import io.elt.plan.operator.Written;
import io.elt.rules.CheckedProject;
import io.elt.rules.Finding;
import io.elt.rules.JobFlow;
import io.elt.rules.Rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Flink would put an operator in front of the sink that keeps all versions of all rows; Paimon refuses it, so nothing repairs the
 * order. A query that only passes on what it reads keeps the order of its source, whatever the keys.
 */
public final class KeyMismatch implements Rule {
    private static final String DEDUPLICATE = "deduplicate";

    private static final Set<OperatorType> PASSING_ON = Set.of(
            OperatorType.TABLE_SOURCE_SCAN,
            OperatorType.VALUES,
            OperatorType.CALC,
            OperatorType.ASYNC_CALC,
            OperatorType.PYTHON_CALC,
            OperatorType.CORRELATE,
            OperatorType.UNION,
            OperatorType.LOOKUP_JOIN,
            OperatorType.WATERMARK_ASSIGNER,
            OperatorType.CHANGELOG_NORMALIZE,
            OperatorType.DROP_UPDATE_BEFORE);

    @Override
    public ErrorCode code() {
        return ErrorCode.KEY_MISMATCH;
    }

    @Override
    public List<Finding> check(CheckedProject project) {
        List<Finding> findings = new ArrayList<>();
        for (JobFlow flow : project.flows()) {
            for (Operator sink : flow.operators().of(OperatorType.SINK)) {
                flow.operators().writes().stream()
                        .filter(written -> sink.inserts().contains(written.statement()))
                        .forEach(written -> finding(flow, sink, written).ifPresent(findings::add));
            }
        }
        return findings;
    }

    private static Optional<Finding> finding(JobFlow flow, Operator sink, Written written) {
        List<String> key = written.primaryKey();
        boolean matches = sink.upsertKeys().stream().anyMatch(key::containsAll);
        boolean meant = sink.changelog() == ChangelogKind.APPEND || merges(flow, written) || isComputed(flow, written);
        if (key.isEmpty() || matches || meant) {
            return Optional.empty();
        }
        String fault = told(otherKeys(flow, sink, written), written)
                .or(() -> Optional.of(written)
                        .filter(each -> isOutOfOrder(flow, sink, key))
                        .map(KeyMismatch::late))
                .orElse("");
        return fault.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.at(flow.target(written.statement()), fault)
                        .withHint("make the primary key that of the query, or end the query with a step by "
                                + names(key) + ", such as ROW_NUMBER() OVER (PARTITION BY " + String.join(", ", key)
                                + " ORDER BY ...) = 1"));
    }

    /** A key that is put together may well be one, which Flink cannot see. */
    private static boolean isComputed(JobFlow flow, Written written) {
        int count = Math.min(written.query().size(), written.columns().size());
        return IntStream.range(0, count)
                .filter(i ->
                        written.primaryKey().contains(written.columns().get(i).name()))
                .anyMatch(i -> flow.isComputed(written, i));
    }

    /** The keys of the query of which none is within that of the table; empty if one is, or none is known. */
    private static List<List<String>> otherKeys(JobFlow flow, Operator sink, Written written) {
        List<List<String>> known = Stream.concat(sink.upsertKeys().stream(), sink.uniqueKeys().stream())
                .distinct()
                .toList();
        if (!known.isEmpty()) {
            return known.stream().anyMatch(written.primaryKey()::containsAll) ? List.of() : known;
        }
        return lostKeys(flow, sink, written);
    }

    /** Keys of the last step of the query that were not selected, where the table is keyed by other columns of it. */
    private static List<List<String>> lostKeys(JobFlow flow, Operator sink, Written written) {
        Operator last = sink;
        while (last.inputs().size() == 1 && (last.is(OperatorType.SINK) || last.is(OperatorType.CALC))) {
            last = flow.operators().inputsOf(last).get(0);
        }
        List<String> key = IntStream.range(
                        0, Math.min(written.query().size(), written.columns().size()))
                .filter(i ->
                        written.primaryKey().contains(written.columns().get(i).name()))
                .mapToObj(i -> written.query().get(i).name())
                .toList();
        boolean asRead = last.columns().stream().map(Column::name).toList().containsAll(key);
        List<List<String>> known = last.upsertKeys();
        return asRead && known.stream().noneMatch(key::containsAll) ? known : List.of();
    }

    /** Tables that make one row of several mean to do so. */
    private static boolean merges(JobFlow flow, Written written) {
        return flow.lakeTable(written.table())
                .map(table -> table.options().getOrDefault("merge-engine", DEDUPLICATE))
                .filter(engine -> !engine.equals(DEDUPLICATE))
                .isPresent();
    }

    private static Optional<String> told(List<List<String>> keys, Written written) {
        return keys.isEmpty()
                ? Optional.empty()
                : Optional.of("the query's rows are told apart by "
                        + keys.stream().map(KeyMismatch::names).collect(Collectors.joining(" or ")) + ", those of "
                        + written.table() + " by " + names(written.primaryKey())
                        + ": different rows overwrite each other, and when one goes the other is gone, too");
    }

    /** Whether the rows have the table's key, but come through tasks that share them out by something else. */
    private static boolean isOutOfOrder(JobFlow flow, Operator sink, List<String> key) {
        boolean sameKey =
                sink.uniqueKeys().stream().anyMatch(unique -> unique.size() == key.size() && key.containsAll(unique));
        return sameKey
                && flow.upstream(sink)
                        .anyMatch(operator -> !operator.is(OperatorType.SINK) && !PASSING_ON.contains(operator.type()));
    }

    private static String late(Written written) {
        return "the last step of the query does not share out its rows by " + names(written.primaryKey())
                + ", the key of " + written.table()
                + ": the two halves of an update may overtake each other, and the row is gone or an old one stays";
    }

    private static String names(List<String> key) {
        return "(" + String.join(", ", key) + ")";
    }
}
