package io.elt.rules.serving;

import io.elt.diagnostic.ErrorCode;
import io.elt.plan.Column;
import io.elt.plan.operator.Written;
import io.elt.rules.CheckedProject;
import io.elt.rules.Finding;
import io.elt.rules.JobFlow;
import io.elt.rules.Rule;
import io.elt.rules.text.ColumnText;
import io.elt.rules.text.StatementText;
import io.elt.rules.text.TableText;
import io.elt.serving.ServingColumn;
import io.elt.serving.ServingTable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What StarRocks refuses or cuts, row by row, although Flink planned it well. */
public final class ServingMismatch implements Rule {
    @Override
    public ErrorCode code() {
        return ErrorCode.SERVING_MISMATCH;
    }

    @Override
    public List<Finding> check(CheckedProject project) {
        List<Finding> findings = new ArrayList<>();
        for (StatementText statement : project.text().serving()) {
            TableText.of(statement)
                    .ifPresent(text -> served(project, text.name()).ifPresent(table -> keys(table, text, findings)));
        }
        for (JobFlow flow : project.flows()) {
            for (Written written : flow.operators().writes()) {
                served(
                                project,
                                List.of(
                                        written.table().database(),
                                        written.table().table()))
                        .filter(table -> flow.lakeTable(written.table()).isEmpty())
                        .ifPresent(table -> columns(flow, written, table, findings));
            }
        }
        return findings;
    }

    private static Optional<ServingTable> served(CheckedProject project, List<String> name) {
        return project.serving().tables().stream()
                .filter(table -> List.of(table.database(), table.table()).equals(name))
                .findFirst();
    }

    /** A primary key must come first in the table, and cannot be NULL. */
    private static void keys(ServingTable table, TableText text, List<Finding> findings) {
        List<String> names = table.columns().stream().map(ServingColumn::name).toList();
        List<String> key = table.primaryKey();
        String name = table.database() + "." + table.table();
        boolean leads =
                names.size() >= key.size() && names.subList(0, key.size()).equals(key);
        if (!leads) {
            findings.add(Finding.at(
                            text.nameOrigin(),
                            "StarRocks does not create " + name
                                    + ": the columns of the primary key must come first, in the key's order")
                    .withHint("begin the table with " + String.join(", ", key)));
        }
        table.columns().stream()
                .filter(column -> key.contains(column.name()) && column.nullable())
                .forEach(column -> findings.add(Finding.at(
                                text.column(column.name())
                                        .map(ColumnText::origin)
                                        .orElse(text.nameOrigin()),
                                "StarRocks does not create " + name + ": " + column.name()
                                        + " is in the primary key and may be NULL")
                        .withHint("add NOT NULL")));
    }

    private static void columns(JobFlow flow, Written written, ServingTable table, List<Finding> findings) {
        int count = Math.min(written.query().size(), written.columns().size());
        for (int i = 0; i < count; i++) {
            Column given = written.query().get(i);
            Column taken = written.columns().get(i);
            String column = "column " + taken.name() + " of " + table.database() + "." + table.table();
            Optional<String> fault = SinkType.of(given.type()).faultInto(SinkType.of(taken.type()));
            int place = i;
            fault.ifPresent(
                    text -> findings.add(
                            Finding.at(flow.column(written, place), column + " " + text)
                                    .withHint(
                                            "make the column of sql/serving/ take what is written, or say in the query what is to become of it")));
        }
    }
}
