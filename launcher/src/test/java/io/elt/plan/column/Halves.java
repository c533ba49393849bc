package io.elt.plan.column;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.functions.TableFunction;
import org.apache.flink.types.Row;

/** A function that makes rows, for queries that call one. */
@FunctionHint(output = @DataTypeHint("ROW<half STRING, size INT>"))
public class Halves extends TableFunction<Row> {
    private static final long serialVersionUID = 1L;

    public void eval(String text) {
        collect(Row.of(text.substring(text.length() / 2), text.length() / 2));
    }
}
