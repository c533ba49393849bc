package io.elt.plan.column;

import io.elt.plan.TableName;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Intersect;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Match;
import org.apache.calcite.rel.core.Minus;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Snapshot;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.TableFunctionScan;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.core.Uncollect;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rex.RexNode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Follows the columns of a query, from its tables up, through Calcite's logical tree. */
public final class FlowReader {
    private final Function<List<String>, TableName> names;
    private final Outer outer;

    private final Map<TableName, List<String>> scanned;

    private FlowReader(Function<List<String>, TableName> names, Outer outer, Map<TableName, List<String>> scanned) {
        this.names = names;
        this.outer = outer;
        this.scanned = scanned;
    }

    /**
     * @param names what a table is called, by the path under which the tree knows it
     * @param scanned gets the tables that are read, each with all its columns, computed ones left out
     */
    public static RowFlow read(
            RelNode query, Function<List<String>, TableName> names, Map<TableName, List<String>> scanned) {
        return new FlowReader(names, Outer.none(), scanned).read(query);
    }

    RowFlow read(RelNode node) {
        if (node instanceof TableScan scan) {
            return scan(scan);
        }
        if (node instanceof Project project) {
            return project(project);
        }
        if (node instanceof Filter filter) {
            RowFlow below = read(filter.getInput());
            return below.decidedBy(expressions(filter, below).condition(filter.getCondition()));
        }
        if (node instanceof Join join) {
            return join(join);
        }
        if (node instanceof Correlate correlate) {
            return correlate(correlate);
        }
        if (node instanceof Aggregate aggregate) {
            return aggregate(aggregate);
        }
        if (node instanceof SetOp operation) {
            return set(operation);
        }
        if (node instanceof Sort sort) {
            RowFlow below = read(sort.getInput());
            return below.decidedBy(sorted(below, sort.getCollation().getFieldCollations()));
        }
        if (node instanceof Snapshot snapshot) {
            RowFlow below = read(snapshot.getInput());
            return below.decidedBy(expressions(below).of(snapshot.getPeriod()).through(Influence.JOIN));
        }
        if (node instanceof Values) {
            return new RowFlow(Collections.nCopies(width(node), Influences.none()), Influences.none());
        }
        if (node instanceof Uncollect uncollect) {
            return unnested(node, read(uncollect.getInput()).allColumns());
        }
        if (node instanceof TableFunctionScan function) {
            return new TableFunctions(this).read(function);
        }
        if (node instanceof Match match) {
            return new Patterns(this).read(match);
        }
        if (node.getInputs().size() == 1 && width(node) == width(node.getInput(0))) {
            // Such as the one that makes watermarks.
            return read(node.getInput(0));
        }
        throw new UnsupportedOperationException(
                "the columns of this query cannot be followed through " + node.getRelTypeName());
    }

    Expressions expressions(RowFlow rows) {
        return new Expressions(rows, outer, this);
    }

    /** All columns of rows that are made of one value; whether there are any depends on it as well. */
    static RowFlow unnested(RelNode node, Influences value) {
        return new RowFlow(
                Collections.nCopies(width(node), value.through(Influence.TRANSFORMATION)),
                value.through(Influence.JOIN));
    }

    static int width(RelNode node) {
        return node.getRowType().getFieldCount();
    }

    static Influences sorted(RowFlow rows, List<RelFieldCollation> by) {
        return Influences.all(by.stream()
                .map(field -> rows.columns().get(field.getFieldIndex()).through(Influence.SORT))
                .toList());
    }

    private RowFlow scan(TableScan scan) {
        TableName table = names.apply(scan.getTable().getQualifiedName());
        scanned.put(table, scan.getRowType().getFieldNames());
        return new RowFlow(
                scan.getRowType().getFieldNames().stream()
                        .map(column -> Influences.identity(new ColumnName(table, column)))
                        .toList(),
                Influences.none());
    }

    private RowFlow project(Project project) {
        RowFlow below = read(project.getInput());
        Expressions expressions = expressions(project, below);
        return new RowFlow(project.getProjects().stream().map(expressions::of).toList(), below.rows());
    }

    private RowFlow join(Join join) {
        RowFlow left = read(join.getLeft());
        RowFlow both = left.beside(read(join.getRight()));
        Influences condition = expressions(both).of(join.getCondition()).through(Influence.JOIN);
        RowFlow joined = join.getJoinType().projectsRight() ? both : new RowFlow(left.columns(), both.rows());
        return joined.decidedBy(condition);
    }

    private RowFlow correlate(Correlate correlate) {
        RowFlow left = read(correlate.getLeft());
        RowFlow right = with(correlate.getCorrelationId(), left).read(correlate.getRight());
        RowFlow both = left.beside(right);
        return correlate.getJoinType().projectsRight() ? both : new RowFlow(left.columns(), both.rows());
    }

    private RowFlow aggregate(Aggregate aggregate) {
        RowFlow below = read(aggregate.getInput());
        List<Influences> key = aggregate.getGroupSet().asList().stream()
                .map(below.columns()::get)
                .toList();
        List<Influences> columns = new ArrayList<>(key);
        aggregate.getAggCallList().forEach(call -> columns.add(call(call, below)));
        return new RowFlow(columns, below.rows().and(Influences.all(key).through(Influence.GROUP_BY)));
    }

    private static Influences call(AggregateCall call, RowFlow below) {
        Stream<Influences> values = call.getArgList().stream()
                .map(argument -> below.columns().get(argument).through(Influence.AGGREGATION));
        Stream<Influences> condition = call.hasFilter()
                ? Stream.of(below.columns().get(call.filterArg).through(Influence.CONDITIONAL))
                : Stream.of();
        return Influences.all(Stream.concat(values, condition).toList())
                .and(sorted(below, call.getCollation().getFieldCollations()));
    }

    private RowFlow set(SetOp operation) {
        List<RowFlow> inputs = operation.getInputs().stream().map(this::read).toList();
        if (operation instanceof Minus) {
            Influences decides =
                    Influences.all(inputs.stream().map(RowFlow::allColumns).toList());
            Influences rows = Influences.all(inputs.stream().map(RowFlow::rows).toList());
            return new RowFlow(inputs.get(0).columns(), rows.and(decides.through(Influence.FILTER)));
        }
        RowFlow all = inputs.stream().reduce(RowFlow::above).orElseThrow();
        if (operation instanceof Intersect) {
            return all.decidedBy(all.allColumns().through(Influence.FILTER));
        }
        // Without ALL, rows that are the same in all columns become one.
        return operation.all ? all : all.decidedBy(all.allColumns().through(Influence.GROUP_BY));
    }

    /** Of a node that queries inside its expressions may refer to. */
    private Expressions expressions(RelNode node, RowFlow below) {
        Outer known = outer;
        for (CorrelationId id : node.getVariablesSet()) {
            known = known.with(id, below);
        }
        Outer around = known.inside(node.getInput(0).getRowType(), below);
        return new Expressions(below, known, new FlowReader(names, around, scanned));
    }

    private FlowReader with(CorrelationId id, RowFlow rows) {
        return new FlowReader(names, outer.with(id, rows), scanned);
    }

    List<Influences> each(List<RexNode> expressions, RowFlow rows) {
        Expressions reader = expressions(rows);
        return IntStream.range(0, expressions.size())
                .mapToObj(i -> reader.of(expressions.get(i)))
                .toList();
    }
}
