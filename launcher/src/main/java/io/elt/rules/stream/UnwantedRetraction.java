package io.elt.rules.stream;

import io.elt.diagnostic.ErrorCode;
import io.elt.plan.TableName;
import io.elt.plan.operator.ChangelogKind;
import io.elt.plan.operator.Operator;
import io.elt.plan.operator.OperatorType;
import io.elt.plan.operator.Written;
import io.elt.project.RuleLevel;
import io.elt.rules.CheckedProject;
import io.elt.rules.Finding;
import io.elt.rules.JobFlow;
import io.elt.rules.Rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Flink plans it and Paimon's tables say so only when the first such row arrives. */
public final class UnwantedRetraction implements Rule {
    @Override
    public ErrorCode code() {
        return ErrorCode.UNWANTED_RETRACTION;
    }

    @Override
    public RuleLevel level() {
        return RuleLevel.ERROR;
    }

    @Override
    public List<Finding> check(CheckedProject project) {
        List<Finding> findings = new ArrayList<>();
        for (JobFlow flow : project.flows()) {
            for (Operator sink : flow.operators().of(OperatorType.SINK)) {
                if (sink.changelog() == ChangelogKind.RETRACT || sink.deletes()) {
                    flow.operators().writes().stream()
                            .filter(written -> sink.inserts().contains(written.statement()))
                            .forEach(written -> finding(flow, written).ifPresent(findings::add));
                }
            }
        }
        return findings;
    }

    private static Optional<Finding> finding(JobFlow flow, Written written) {
        TableName table = written.table();
        if (flow.lakeTable(table).isPresent()) {
            return flow.lakeTable(table)
                    .map(MergeEngine::new)
                    .flatMap(MergeEngine::refusal)
                    .map(reason -> Finding.at(
                                    flow.target(written.statement()),
                                    "the query takes rows back, but " + table + " " + reason
                                            + ": the job fails with the first update or delete")
                            .withHint(hint(flow, table)));
        }
        boolean served = flow.project().serving().tables().stream()
                .anyMatch(each ->
                        each.database().equals(table.database()) && each.table().equals(table.table()));
        return served && written.primaryKey().isEmpty()
                ? Optional.of(Finding.at(
                                flow.target(written.statement()),
                                "the query takes rows back, but " + table
                                        + " has no primary key: old rows stay beside the new ones")
                        .withHint("make it a PRIMARY KEY table in sql/serving/"))
                : Optional.empty();
    }

    private static String hint(JobFlow flow, TableName table) {
        boolean keyed = flow.lakeTable(table)
                .filter(found -> !found.primaryKey().isEmpty())
                .isPresent();
        return keyed
                ? "use a merge engine that can take rows back, or say with 'ignore-delete' = 'true' that what is gone may stay"
                : "give the table a PRIMARY KEY (...) NOT ENFORCED";
    }
}
