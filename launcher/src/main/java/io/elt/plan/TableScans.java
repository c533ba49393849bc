package io.elt.plan;

import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelVisitor;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;

import java.util.SortedSet;
import java.util.TreeSet;

/** Finds the tables that a query scans, also inside its subqueries. Views are already expanded. */
final class TableScans extends RelVisitor {
    private final SortedSet<TableName> found = new TreeSet<>();

    private TableScans() {}

    static SortedSet<TableName> in(RelNode query) {
        TableScans scans = new TableScans();
        scans.go(query);
        return scans.found;
    }

    @Override
    public void visit(RelNode node, int ordinal, RelNode parent) {
        if (node instanceof TableScan scan) {
            found.add(TableName.of(scan.getTable().getQualifiedName()));
        }
        node.accept(new RexShuttle() {
            @Override
            public RexNode visitSubQuery(RexSubQuery subQuery) {
                found.addAll(in(subQuery.rel));
                return subQuery;
            }
        });
        super.visit(node, ordinal, parent);
    }
}
