package io.elt.unittest.run;

import io.elt.unittest.CellText;
import io.elt.unittest.TestTable;
import io.elt.unittest.YamlText;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.LogicalTypeFamily;
import org.apache.flink.types.RowKind;

import java.util.List;
import java.util.stream.Collectors;

/** Writes rows as a case writes them. */
final class YamlRow {
    private final TestTable table;
    private final CellText text;

    YamlRow(TestTable table, CellText text) {
        this.table = table;
        this.text = text;
    }

    /**
     * @param columns positions of those to write
     */
    String of(RowData row, List<Integer> columns, RowKind kind) {
        String cells = columns.stream()
                .map(column -> YamlText.of(table.columns().get(column).name()) + ": " + cell(row, column))
                .collect(Collectors.joining(", ", "{", "}"));
        return kind == RowKind.INSERT ? cells : "{" + kind.shortString() + ": " + cells + "}";
    }

    private String cell(RowData row, int column) {
        LogicalType type = table.columns().get(column).type();
        if (row.isNullAt(column)) {
            return "null";
        }
        String cell = text.of(table, row, column);
        boolean isBare = type.is(LogicalTypeFamily.NUMERIC) || type.is(LogicalTypeFamily.CONSTRUCTED);
        return switch (type.getTypeRoot()) {
            case BOOLEAN -> cell;
            case DATE -> cell;
            case DOUBLE, FLOAT -> cell.replace("NaN", ".nan").replace("Infinity", ".inf");
            default -> isBare ? cell : YamlText.of(cell);
        };
    }
}
