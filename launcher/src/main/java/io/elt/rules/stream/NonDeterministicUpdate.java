package io.elt.rules.stream;

import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Origin;
import io.elt.plan.operator.Nondeterminism;
import io.elt.plan.operator.Operator;
import io.elt.plan.operator.OperatorType;
import io.elt.rules.CheckedProject;
import io.elt.rules.Finding;
import io.elt.rules.JobFlow;
import io.elt.rules.Rule;

import java.util.ArrayList;
import java.util.List;

/** Flink's own analysis, which it keeps to itself unless a setting asks for it. */
public final class NonDeterministicUpdate implements Rule {
    @Override
    public ErrorCode code() {
        return ErrorCode.NON_DETERMINISTIC_UPDATE;
    }

    @Override
    public List<Finding> check(CheckedProject project) {
        List<Finding> findings = new ArrayList<>();
        for (JobFlow flow : project.flows()) {
            flow.operators().nondeterminism().stream()
                    .filter(each -> !isWrittenMetadata(flow, each))
                    .forEach(each -> findings.add(finding(flow, each)));
        }
        return findings;
    }

    /** Where a record stands in its topic is written down to find it again, as a quarantine does; nothing is computed of it. */
    private static boolean isWrittenMetadata(JobFlow flow, Nondeterminism each) {
        return each.cause() == Nondeterminism.Cause.METADATA
                && flow.operators().operator(each.operator()).is(OperatorType.SINK);
    }

    private static Finding finding(JobFlow flow, Nondeterminism each) {
        Operator operator = flow.operators().operator(each.operator());
        String columns = String.join(", ", each.columns());
        return Finding.at(
                        place(flow, operator, each),
                        cause(each)
                                + " does not give the same value when a row is taken back: the old row is then not found, and stays")
                .withDetail("column" + (each.columns().size() == 1 ? " " : "s ") + columns
                        + ", needed the same again by: " + operator.description())
                .withHint(
                        each.cause() == Nondeterminism.Cause.LOOKUP
                                ? "SET 'table.optimizer.non-deterministic-update.strategy' = 'TRY_RESOLVE' makes Flink remember what it looked up"
                                : "compute it where rows only arrive, in ODS, and carry it along; or leave it out here");
    }

    private static String cause(Nondeterminism each) {
        return switch (each.cause()) {
            case FUNCTION -> each.name();
            case LOOKUP -> "the lookup of " + each.name();
            case METADATA -> "the metadata column " + each.name();
            case UNKNOWN -> "a column (" + String.join(", ", each.columns()) + ")";
        };
    }

    private static Origin place(JobFlow flow, Operator operator, Nondeterminism each) {
        return flow.files().stream()
                .flatMap(file -> file.lines().stream())
                .flatMap(line -> line.text().word(each.name()).stream())
                .findFirst()
                .orElseGet(() -> flow.target(operator.inserts().get(0)));
    }
}
