package io.elt.plan.operator;

import io.elt.plan.Column;
import io.elt.plan.TableName;
import org.apache.calcite.rel.RelNode;
import org.apache.flink.table.catalog.ObjectIdentifier;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.planner.calcite.FlinkTypeFactory;
import org.apache.flink.table.planner.plan.metadata.FlinkRelMetadataQuery;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalExchange;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalLookupJoin;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalMiniBatchAssigner;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalRel;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalSink;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalTableSourceScan;
import org.apache.flink.table.planner.plan.utils.ChangelogPlanUtils;
import org.apache.flink.types.RowKind;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Turns the optimiser's tree into records. */
public final class OperatorReader {
    private static final String PREFIX = "StreamPhysical";

    private final Map<RelNode, SortedSet<Integer>> inserts = new IdentityHashMap<>();
    private final Map<RelNode, Integer> ids = new IdentityHashMap<>();
    private final List<Operator> operators = new ArrayList<>();

    private OperatorReader() {}

    /**
     * To be called by the thread that optimised, as Flink's planner demands.
     *
     * @param sinks what the optimiser made of each INSERT
     * @param writes for each of them, what it gives to its table
     */
    public static JobOperators read(String job, List<RelNode> sinks, List<Written> writes) {
        OperatorReader reader = new OperatorReader();
        for (int i = 0; i < sinks.size(); i++) {
            reader.belongs(sinks.get(i), writes.get(i).statement());
        }
        sinks.forEach(reader::place);
        return new JobOperators(job, reader.operators, writes, DeterminismReader.of(sinks, reader::id));
    }

    private void belongs(RelNode node, int statement) {
        if (inserts.computeIfAbsent(node, first -> new TreeSet<>()).add(statement)) {
            node.getInputs().forEach(input -> belongs(input, statement));
        }
    }

    /** The id of the operator that stands for a node: for one that only moves rows, that of its input. */
    private int id(RelNode node) {
        return ids.get(moved(node));
    }

    private static RelNode moved(RelNode node) {
        RelNode moved = node;
        while (isMove(moved)) {
            moved = moved.getInput(0);
        }
        return moved;
    }

    static boolean isMove(RelNode node) {
        return node instanceof StreamPhysicalExchange || node instanceof StreamPhysicalMiniBatchAssigner;
    }

    private void place(RelNode moving) {
        RelNode node = moved(moving);
        if (ids.containsKey(node)) {
            return;
        }
        node.getInputs().forEach(this::place);
        List<Integer> inputs = node.getInputs().stream().map(this::id).toList();
        if (node instanceof StreamPhysicalSink sink && sink.upsertMaterialize()) {
            operators.add(materializer(sink, inputs));
            inputs = List.of(operators.size());
        }
        ids.put(node, operators.size() + 1);
        operators.add(operator(node, inputs));
    }

    private Operator operator(RelNode node, List<Integer> inputs) {
        OperatorType type = type(node);
        List<Lookup> lookups = node instanceof StreamPhysicalLookupJoin join
                ? LookupReader.of(join).stream().toList()
                : List.of();
        Optional<TableName> table =
                table(node).or(() -> lookups.stream().map(Lookup::table).findFirst());
        RelNode rows = node instanceof StreamPhysicalSink ? node.getInput(0) : node;
        List<Column> columns = RowFields.of(node);
        List<String> names = columns.stream().map(Column::name).toList();
        return new Operator(
                operators.size() + 1,
                type,
                OperatorWords.of(node, type, table),
                inputs,
                columns,
                kind(rows),
                deletes(rows),
                RowFields.named(names, query(rows).getUpsertKeys(rows)),
                RowFields.named(names, query(rows).getUniqueKeys(rows)),
                type == OperatorType.SINK ? List.of() : StateReader.of(node),
                TimeReader.of(node, type),
                node.getInputs().stream().anyMatch(OperatorReader::hasWatermark),
                table.stream().toList(),
                lookups,
                MeaningReader.of(node),
                List.copyOf(inserts.get(node)));
    }

    private Operator materializer(StreamPhysicalSink sink, List<Integer> inputs) {
        RelNode rows = sink.getInput();
        return new Operator(
                operators.size() + 1,
                OperatorType.SINK_MATERIALIZER,
                "puts the changes of a row in order",
                inputs,
                RowFields.of(rows),
                kind(rows),
                deletes(rows),
                List.of(StateReader.primaryKey(sink)),
                List.of(StateReader.primaryKey(sink)),
                StateReader.of(sink),
                TimeKind.NONE,
                hasWatermark(rows),
                List.of(),
                List.of(),
                new Meaning(List.of(), "by " + StateReader.primaryKey(sink), ""),
                List.copyOf(inserts.get(sink)));
    }

    private static OperatorType type(RelNode node) {
        String name = node.getClass().getSimpleName();
        return OperatorType.of(name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name);
    }

    private static Optional<TableName> table(RelNode node) {
        if (node instanceof StreamPhysicalSink sink) {
            return Optional.of(name(sink.contextResolvedTable().getIdentifier()));
        }
        if (node instanceof StreamPhysicalTableSourceScan scan) {
            return Optional.of(
                    name(scan.tableSourceTable().contextResolvedTable().getIdentifier()));
        }
        return Optional.empty();
    }

    private static TableName name(ObjectIdentifier identifier) {
        return TableName.of(identifier.toList());
    }

    private static ChangelogKind kind(RelNode node) {
        ChangelogMode mode = mode(node);
        if (mode.containsOnly(RowKind.INSERT)) {
            return ChangelogKind.APPEND;
        }
        boolean onlyNew = mode.contains(RowKind.UPDATE_AFTER) && !mode.contains(RowKind.UPDATE_BEFORE);
        return onlyNew ? ChangelogKind.UPSERT : ChangelogKind.RETRACT;
    }

    private static boolean deletes(RelNode node) {
        return mode(node).contains(RowKind.DELETE);
    }

    private static ChangelogMode mode(RelNode node) {
        return node instanceof StreamPhysicalRel physical
                        && ChangelogPlanUtils.getChangelogMode(physical).isDefined()
                ? ChangelogPlanUtils.getChangelogMode(physical).get()
                : ChangelogMode.insertOnly();
    }

    private static FlinkRelMetadataQuery query(RelNode node) {
        return FlinkRelMetadataQuery.reuseOrCreate(node.getCluster().getMetadataQuery());
    }

    private static boolean hasWatermark(RelNode node) {
        return node.getRowType().getFieldList().stream()
                .anyMatch(field -> FlinkTypeFactory.isRowtimeIndicatorType(field.getType()));
    }
}
