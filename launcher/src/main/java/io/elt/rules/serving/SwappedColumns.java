package io.elt.rules.serving;

import io.elt.diagnostic.ErrorCode;
import io.elt.plan.Column;
import io.elt.plan.operator.Written;
import io.elt.rules.CheckedProject;
import io.elt.rules.Finding;
import io.elt.rules.JobFlow;
import io.elt.rules.Rule;

import java.util.ArrayList;
import java.util.List;

/** Columns go by their order. Whoever gives one the name of another column of the table has mistaken its place. */
public final class SwappedColumns implements Rule {
    @Override
    public ErrorCode code() {
        return ErrorCode.SWAPPED_COLUMNS;
    }

    @Override
    public List<Finding> check(CheckedProject project) {
        List<Finding> findings = new ArrayList<>();
        for (JobFlow flow : project.flows()) {
            flow.operators().writes().forEach(written -> swapped(flow, written, findings));
        }
        return findings;
    }

    private static void swapped(JobFlow flow, Written written, List<Finding> findings) {
        List<String> query = written.query().stream().map(Column::name).toList();
        List<String> table = written.columns().stream().map(Column::name).toList();
        for (int i = 0; i < Math.min(query.size(), table.size()); i++) {
            String name = query.get(i);
            int place = table.indexOf(name);
            boolean misplaced = place > i && place < query.size();
            // An expression may well take a column's place; another column of the table, out of its own place, does
            // not.
            if (misplaced
                    && table.contains(query.get(place))
                    && !query.get(place).equals(name)) {
                findings.add(Finding.at(
                                flow.column(written, i),
                                name + " goes into column " + table.get(i) + " of " + written.table()
                                        + ", and what goes into its column " + name + " is " + query.get(place))
                        .withHint(
                                "columns go by their order: put the SELECT into the table's order, or write INSERT INTO "
                                        + written.table() + " (...); if it is meant, say " + name + " AS "
                                        + table.get(i)));
            }
        }
    }
}
