package io.elt.udf.guarded;

import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;

import java.util.ArrayList;
import java.util.List;

/**
 * Holds every inner format to NOT NULL. Flink's formats do not look at it, the planner relies on it, and generated code fails
 * the job on a null that is not allowed.
 */
final class NotNullCheck {

    private record Column(String name, int position, LogicalType type, int arity, NotNullCheck nested) {}

    private final Column[] columns;

    private NotNullCheck(List<Column> columns) {
        this.columns = columns.toArray(Column[]::new);
    }

    static NotNullCheck of(RowType rowType) {
        List<Column> columns = new ArrayList<>();
        for (int position = 0; position < rowType.getFieldCount(); position++) {
            LogicalType type = rowType.getTypeAt(position);
            NotNullCheck nested = type instanceof RowType nestedType ? of(nestedType) : new NotNullCheck(List.of());
            if (!type.isNullable() || nested.columns.length > 0) {
                int arity = type instanceof RowType nestedType ? nestedType.getFieldCount() : 0;
                columns.add(new Column(rowType.getFieldNames().get(position), position, type, arity, nested));
            }
        }
        return new NotNullCheck(columns);
    }

    void check(RowData row) throws Rejection {
        for (Column column : columns) {
            if (row.isNullAt(column.position)) {
                if (column.type.isNullable()) {
                    continue;
                }
                throw Rejection.isNull(TypeName.of(column.type)).inField(column.name);
            }
            if (column.nested.columns.length > 0) {
                checkNested(row, column);
            }
        }
    }

    private static void checkNested(RowData row, Column column) throws Rejection {
        try {
            column.nested.check(row.getRow(column.position, column.arity));
        } catch (Rejection rejection) {
            throw rejection.inField(column.name);
        }
    }
}
