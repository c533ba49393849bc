package io.elt.plan.operator;

import io.elt.plan.Column;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.util.ImmutableBitSet;
import org.apache.flink.table.catalog.ResolvedSchema;
import org.apache.flink.table.planner.calcite.FlinkTypeFactory;
import org.apache.flink.table.planner.plan.nodes.calcite.Sink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** The names of what an operator's rows hold. */
public final class RowFields {
    private RowFields() {}

    static List<String> named(RelNode node, int... positions) {
        List<String> names = node.getRowType().getFieldNames();
        return Arrays.stream(positions).mapToObj(names::get).toList();
    }

    static List<String> named(RelNode node, ImmutableBitSet positions) {
        return named(node, positions.toArray());
    }

    /** Each of the sets as names, in an order that does not change from run to run. */
    static List<List<String>> named(List<String> names, Collection<ImmutableBitSet> keys) {
        return keys == null
                ? List.of()
                : keys.stream()
                        .sorted()
                        .map(key -> key.asList().stream().map(names::get).toList())
                        .toList();
    }

    /** A sink has those of its table, whatever the query calls them. */
    static List<Column> of(RelNode node) {
        RelNode rows = node instanceof Sink ? node.getInput(0) : node;
        List<Column> columns = rows.getRowType().getFieldList().stream()
                .map(field -> new Column(
                        field.getName(),
                        FlinkTypeFactory.toLogicalType(field.getType()).asSummaryString()))
                .toList();
        return node instanceof Sink sink ? written(sink, columns) : columns;
    }

    private static List<Column> written(Sink sink, List<Column> query) {
        List<String> names = written(sink);
        return IntStream.range(0, names.size())
                .mapToObj(i -> new Column(names.get(i), query.get(i).type()))
                .toList();
    }

    /** The columns of the table, in the order in which the sink gets them: first those that are stored, then metadata. */
    public static List<String> written(Sink sink) {
        ResolvedSchema schema = sink.contextResolvedTable().getResolvedSchema();
        List<String> names = new ArrayList<>(sink.getInput().getRowType().getFieldNames());
        List<String> physical = schema.getColumns().stream()
                .filter(org.apache.flink.table.catalog.Column::isPhysical)
                .map(org.apache.flink.table.catalog.Column::getName)
                .toList();
        for (int i = 0; i < physical.size(); i++) {
            names.set(i, physical.get(i));
        }
        return names;
    }
}
