package io.elt.rules.stream;

import io.elt.diagnostic.ErrorCode;
import io.elt.plan.ExternalInput;
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

/** A table whose changelog is its input tells an event that came twice as two inserts of one row. */
public final class RepeatedUpsert implements Rule {
    /** What does not tell whether it has seen a row before. */
    private static final Set<OperatorType> FORGETFUL = Set.of(
            OperatorType.TABLE_SOURCE_SCAN,
            OperatorType.CALC,
            OperatorType.ASYNC_CALC,
            OperatorType.PYTHON_CALC,
            OperatorType.CORRELATE,
            OperatorType.UNION,
            OperatorType.LOOKUP_JOIN,
            OperatorType.WATERMARK_ASSIGNER);

    @Override
    public ErrorCode code() {
        return ErrorCode.REPEATED_UPSERT;
    }

    @Override
    public List<Finding> check(CheckedProject project) {
        List<Finding> findings = new ArrayList<>();
        for (JobFlow flow : project.flows()) {
            for (Operator sink : flow.operators().of(OperatorType.SINK)) {
                if (sink.changelog() == ChangelogKind.APPEND) {
                    flow.operators().writes().stream()
                            .filter(written -> sink.inserts().contains(written.statement()))
                            .filter(written -> tellsItsInput(flow, written))
                            .forEach(written -> finding(flow, sink, written).ifPresent(findings::add));
                }
            }
        }
        return findings;
    }

    private static boolean tellsItsInput(JobFlow flow, Written written) {
        return flow.lakeTable(written.table())
                .filter(table -> !table.primaryKey().isEmpty())
                .map(table -> table.options().get("changelog-producer"))
                .filter("input"::equals)
                .isPresent();
    }

    private static Optional<Finding> finding(JobFlow flow, Operator sink, Written written) {
        boolean forgetful = flow.upstream(sink)
                .allMatch(operator -> operator.is(OperatorType.SINK) || FORGETFUL.contains(operator.type()));
        Optional<String> repeating = flow.scans(sink).stream()
                .flatMap(scan -> repeating(flow, scan).stream())
                .findFirst();
        if (!forgetful || repeating.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Finding.at(
                                flow.target(written.statement()),
                                "a record of " + repeating.get()
                                        + " that comes twice is two inserts in the changelog of " + written.table()
                                        + ", and is counted twice by all that sums it up")
                        .withDetail(
                                "'changelog-producer' = 'input' passes on what arrives, and Kafka delivers again when a producer retries")
                        .withHint(
                                "set 'changelog-producer' = 'lookup' and 'changelog-producer.row-deduplicate' = 'true' where the table is made"));
    }

    /** What can come twice: records of a topic, and rows of a table without a key. */
    private static Optional<String> repeating(JobFlow flow, Operator scan) {
        return scan.table().flatMap(table -> {
            boolean topic = flow.input(table).filter(ExternalInput::isKafka).isPresent();
            boolean keyless = flow.lakeTable(table)
                    .filter(found -> found.primaryKey().isEmpty())
                    .isPresent();
            return topic ? Optional.of(table.table()) : keyless ? Optional.of(table.toString()) : Optional.empty();
        });
    }
}
