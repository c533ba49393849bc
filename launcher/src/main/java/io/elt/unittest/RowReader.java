package io.elt.unittest;

import io.elt.diagnostic.EltException;
import io.elt.diagnostic.Problems;
import io.elt.project.Value;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.types.logical.LogicalType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads rows of a case into the layout of their table. */
final class RowReader {
    private final CellReader cells;

    RowReader(CellReader cells) {
        this.cells = cells;
    }

    /**
     * A whole row: what is not given is what its column says, or NULL.
     *
     * @param number of the row in its input, from 0
     * @throws EltException with all that is wrong with its cells
     */
    GenericRowData whole(TestTable table, RowItem item, long number) {
        GenericRowData row = given(table, item.columns(), item);
        List<Integer> columns = new ArrayList<>(positions(table, item.columns()));
        for (int i = 0; i < table.columns().size(); i++) {
            Optional<Object> value = table.columns().get(i).unlessGiven();
            if (value.isPresent() && !columns.contains(i)) {
                row.setField(i, value.get() == TestColumn.ROW_NUMBER ? number : value.get());
                columns.add(i);
            }
        }
        IntStream.range(0, table.columns().size())
                .filter(i -> !columns.contains(i))
                .filter(i -> !table.columns().get(i).type().isNullable())
                .findFirst()
                .ifPresent(i -> {
                    TestColumn column = table.columns().get(i);
                    throw TestFileErrors.value(
                                    column.name() + " is " + column.type().asSummaryString() + ", but it is not given",
                                    item.span())
                            .withHint("what many rows have in common stands once in 'defaults'")
                            .toException();
                });
        return row;
    }

    /** The columns that a row gives itself, without defaults. */
    GenericRowData own(TestTable table, RowItem item) {
        return given(table, item.columns().subList(0, item.own()), item);
    }

    List<Integer> ownPositions(TestTable table, RowItem item) {
        return positions(table, item.columns().subList(0, item.own()));
    }

    Expectation.ExpectedRow expected(TestTable table, RowItem item) {
        return new Expectation.ExpectedRow(
                given(table, item.columns(), item), positions(table, item.columns()), item.span());
    }

    private GenericRowData given(TestTable table, List<Value.Entry> entries, RowItem item) {
        GenericRowData row = new GenericRowData(item.kind(), table.columns().size());
        Problems problems = new Problems();
        for (Value.Entry entry : entries) {
            problems.attempt(() -> {
                int position = position(table, entry);
                LogicalType type = table.columns().get(position).type();
                row.setField(position, cells.read(entry.key(), type, entry.value()));
                return entry;
            });
        }
        problems.throwIfErrors();
        return row;
    }

    private static List<Integer> positions(TestTable table, List<Value.Entry> entries) {
        List<Integer> positions = new ArrayList<>();
        entries.forEach(entry -> positions.add(position(table, entry)));
        return positions;
    }

    private static int position(TestTable table, Value.Entry entry) {
        int position = table.position(entry.key());
        if (position < 0) {
            throw TestFileErrors.columnUnknown(table, entry.key(), entry.keySpan())
                    .toException();
        }
        return position;
    }
}
