package io.elt.rules.stream;

import io.elt.diagnostic.ErrorCode;
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

/**
 * Flink would put an operator in front of the sink that keeps all versions of all rows; Paimon refuses it, so nothing repairs the
 * order. A query that only passes on what it reads keeps the order of its source, whatever the keys.
 */
public final class KeyMismatch implements Rule {
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
        boolean matches = sink.upsertKeys().stream().anyMatch(key::containsAll)
                // Whoever adds the columns of a join to the key has its rows in order; Flink does not look for that.
                || sink.uniqueKeys().stream().anyMatch(unique -> key.size() > unique.size() && key.containsAll(unique));
        if (key.isEmpty() || matches || sink.changelog() == ChangelogKind.APPEND) {
            return Optional.empty();
        }
        boolean shuffled = flow.upstream(sink)
                .anyMatch(operator -> !operator.is(OperatorType.SINK) && !PASSING_ON.contains(operator.type()));
        if (sink.upsertKeys().isEmpty() && !shuffled) {
            return Optional.empty();
        }
        String query = sink.upsertKeys().isEmpty()
                ? "the query's rows have no key"
                : "the query's rows are told apart by "
                        + sink.upsertKeys().stream().map(KeyMismatch::names).collect(Collectors.joining(" or "));
        return Optional.of(Finding.at(
                        flow.target(written.statement()),
                        query + ", those of " + written.table() + " by " + names(key)
                                + ": rows overwrite each other, and a late half of an update can bring an old row back or take a new one away")
                .withHint("make the primary key that of the query, or end the query with a step by " + names(key)
                        + ", such as ROW_NUMBER() OVER (PARTITION BY " + String.join(", ", key)
                        + " ORDER BY ...) = 1"));
    }

    private static String names(List<String> key) {
        return "(" + String.join(", ", key) + ")";
    }
}
