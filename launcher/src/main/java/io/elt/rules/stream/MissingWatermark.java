package io.elt.rules.stream;

import io.elt.diagnostic.ErrorCode;
import io.elt.plan.TableName;
import io.elt.plan.operator.Operator;
import io.elt.plan.operator.OperatorType;
import io.elt.rules.CheckedProject;
import io.elt.rules.Finding;
import io.elt.rules.JobFlow;
import io.elt.rules.Rule;
import io.elt.rules.text.FileText;
import io.elt.rules.text.ProjectText;
import io.elt.rules.text.StatementText;
import io.elt.rules.text.StatementText.Name;
import io.elt.rules.text.TableText;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An interval join without watermarks is no interval join: Flink plans a regular one, which forgets nothing. */
public final class MissingWatermark implements Rule {
    @Override
    public ErrorCode code() {
        return ErrorCode.MISSING_WATERMARK;
    }

    @Override
    public List<Finding> check(CheckedProject project) {
        List<Finding> findings = new ArrayList<>();
        for (JobFlow flow : project.flows()) {
            for (Operator join : flow.operators().of(OperatorType.JOIN)) {
                IntervalConditions.missingWatermark(flow, join)
                        .ifPresent(scan ->
                                findings.add(finding(flow, scan, scan.table().orElseThrow())));
            }
        }
        for (FileText file : project.text().files()) {
            file.lines().forEach(line -> windows(project, line, findings));
        }
        return findings;
    }

    /** {@code TABLE name, DESCRIPTOR(column)}: what Flink says of it names neither the table nor what it lacks. */
    private static void windows(CheckedProject project, FileText.Line line, List<Finding> findings) {
        StatementText text = line.text();
        for (int i = 1; i < text.size(); i++) {
            Optional<Name> table = text.is(i - 1, "TABLE") ? text.name(i) : Optional.empty();
            if (table.isEmpty() || !text.is(table.get().last() + 1, ",", "DESCRIPTOR", "(")) {
                continue;
            }
            Optional<Name> column = text.name(table.get().last() + 4);
            line.resolve(table.get().parts())
                    .flatMap(name -> defined(project, line, name))
                    .filter(defined -> column.isPresent() && !hasTime(defined, column.get()))
                    .ifPresent(defined -> findings.add(Finding.at(
                                    text.origin(table.get()),
                                    "the windows of "
                                            + String.join(".", table.get().parts())
                                            + " would never end, for it has no watermark: Flink does not plan them")
                            .withHint("declare it in its CREATE TABLE, in the lake too: WATERMARK FOR "
                                    + column.get().parts().get(0) + " AS "
                                    + column.get().parts().get(0)
                                    + " - INTERVAL '5' SECOND")));
        }
    }

    private static Optional<TableText> defined(CheckedProject project, FileText.Line line, TableName name) {
        // A temporary table is its file's own, and hides others.
        return project.text().definitions().stream()
                .filter(each -> each.name().equals(name)
                        && (!each.text().temporary() || each.file().lines().contains(line)))
                .map(ProjectText.Definition::text)
                .findFirst();
    }

    /** A computed column may be the time of the machine, which needs no watermark. */
    private static boolean hasTime(TableText table, Name column) {
        return table.watermark()
                || table.column(column.parts().get(0))
                        .filter(found -> !found.type().equals("AS"))
                        .isEmpty();
    }

    private static Finding finding(JobFlow flow, Operator scan, TableName table) {
        String name = flow.lakeTable(table).isPresent() ? table.toString() : table.table();
        return Finding.at(
                        flow.mention(table, scan),
                        "this is not planned as an interval join, for " + name
                                + " has no watermark: the rows of both sides are kept for ever")
                .withHint(
                        "declare it in its CREATE TABLE, in the lake too: WATERMARK FOR <time column> AS <time column> -"
                                + " INTERVAL '5' SECOND");
    }
}
