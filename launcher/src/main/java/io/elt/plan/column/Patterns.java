package io.elt.plan.column;

import org.apache.calcite.rel.core.Match;
import org.apache.calcite.rex.RexNode;

import java.util.ArrayList;
import java.util.List;

/** MATCH_RECOGNIZE: each row is a pattern that was found, with the values that it measures. */
final class Patterns {
    private final FlowReader reader;

    Patterns(FlowReader reader) {
        this.reader = reader;
    }

    RowFlow read(Match match) {
        RowFlow rows = reader.read(match.getInput());
        List<String> names = match.getInput().getRowType().getFieldNames();
        List<Influences> columns = new ArrayList<>();
        for (String column : match.getRowType().getFieldNames()) {
            RexNode measure = match.getMeasures().get(column);
            columns.add(
                    measure == null
                            ? rows.columns().get(names.indexOf(column))
                            : reader.expressions(rows).of(measure).through(Influence.TRANSFORMATION));
        }
        List<RexNode> conditions = List.copyOf(match.getPatternDefinitions().values());
        Influences decides = Influences.all(reader.each(conditions, rows)).through(Influence.FILTER);
        for (int key : match.getPartitionKeys()) {
            decides = decides.and(rows.columns().get(key).through(Influence.GROUP_BY));
        }
        Influences order = FlowReader.sorted(rows, match.getOrderKeys().getFieldCollations());
        return new RowFlow(columns, rows.rows().and(decides).and(order));
    }
}
