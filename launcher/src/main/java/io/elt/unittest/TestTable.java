package io.elt.unittest;

import io.elt.plan.TableName;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A table that the tested files read or write.
 *
 * @param columns the layout of its rows, in this order
 * @param primaryKey names of its key columns, empty without a key
 * @param delivery what readers of it see
 * @param repeats whether it may deliver a row twice, as a topic does after a producer's retry
 * @param rowtime its event time, if it declares a watermark
 */
public record TestTable(
        TableName name,
        List<TestColumn> columns,
        List<String> primaryKey,
        Delivery delivery,
        boolean repeats,
        Optional<Rowtime> rowtime) {
    public TestTable {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
    }

    /**
     * @param watermark the expression of the watermark as Flink prints it, such as {@code `at` - INTERVAL '5' SECOND}
     */
    public record Rowtime(String column, String watermark) {}

    /** Where a column stands in a row, from 0; -1 if there is none of this name. */
    public int position(String column) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).name().equals(column))
                .findFirst()
                .orElse(-1);
    }

    /** The same table, if changes of this key come in their order. */
    public TestTable keyedBy(List<String> columnsOfKey) {
        return new TestTable(name, columns, columnsOfKey, delivery, repeats, rowtime);
    }

    /** The positions of the key's columns. */
    public List<Integer> keyPositions() {
        return primaryKey.stream().map(this::position).toList();
    }
}
