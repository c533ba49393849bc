package io.elt.plan.column;

import org.apache.calcite.rel.core.TableFunctionScan;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.flink.table.planner.calcite.RexSetSemanticsTableCall;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Functions in FROM: those that put rows into windows, and those that make rows of a value. */
final class TableFunctions {
    private final FlowReader reader;

    TableFunctions(FlowReader reader) {
        this.reader = reader;
    }

    RowFlow read(TableFunctionScan scan) {
        RexCall call = (RexCall) scan.getCall();
        if (scan.getInputs().isEmpty()) {
            RowFlow nothing = new RowFlow(List.of(), Influences.none());
            return FlowReader.unnested(scan, Influences.all(reader.each(call.getOperands(), nothing)));
        }
        return window(scan, call, reader.read(scan.getInput(0)));
    }

    /** The rows as they are, and behind them when their window starts and ends. */
    private RowFlow window(TableFunctionScan scan, RexCall call, RowFlow rows) {
        List<Influences> all = new ArrayList<>();
        for (RexNode operand : call.getOperands()) {
            if (operand.getKind() == SqlKind.DESCRIPTOR) {
                all.addAll(reader.each(((RexCall) operand).getOperands(), rows));
            }
        }
        Influences time = Influences.all(all);
        List<Influences> columns = new ArrayList<>(rows.columns());
        int added = FlowReader.width(scan) - columns.size();
        columns.addAll(Collections.nCopies(added, time.through(Influence.TRANSFORMATION)));
        Influences decides = time.through(Influence.WINDOW);
        if (call instanceof RexSetSemanticsTableCall set) {
            for (int key : set.getPartitionKeys()) {
                decides = decides.and(rows.columns().get(key).through(Influence.WINDOW));
            }
        }
        return new RowFlow(columns, rows.rows().and(decides));
    }
}
