package io.elt.udf.guarded;

import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.GenericMapData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.types.logical.BinaryType;
import org.apache.flink.table.types.logical.CharType;
import org.apache.flink.table.types.logical.DecimalType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What stands in a column of a bad row. The planner leaves out the null checks of NOT NULL columns, so a null there would fail
 * the job; such a column gets the zero of its type instead.
 */
final class ZeroValue {

    private ZeroValue() {}

    static Object of(LogicalType type) {
        return type.isNullable() ? null : ofNotNull(type);
    }

    private static Object ofNotNull(LogicalType type) {
        return switch (type.getTypeRoot()) {
            case BOOLEAN -> false;
            case TINYINT -> (byte) 0;
            case SMALLINT -> (short) 0;
            case INTEGER, DATE, TIME_WITHOUT_TIME_ZONE, INTERVAL_YEAR_MONTH -> 0;
            case BIGINT, INTERVAL_DAY_TIME -> 0L;
            case FLOAT -> 0f;
            case DOUBLE -> 0d;
            case DECIMAL -> decimal((DecimalType) type);
            case CHAR -> StringData.fromString(" ".repeat(((CharType) type).getLength()));
            case VARCHAR -> StringData.fromString("");
            case BINARY -> new byte[((BinaryType) type).getLength()];
            case VARBINARY -> new byte[0];
            case TIMESTAMP_WITHOUT_TIME_ZONE, TIMESTAMP_WITH_LOCAL_TIME_ZONE -> TimestampData.fromEpochMillis(0);
            case ARRAY -> new GenericArrayData(new Object[0]);
            case MAP, MULTISET -> new GenericMapData(Map.of());
            case ROW -> row((RowType) type);
            default -> null;
        };
    }

    private static DecimalData decimal(DecimalType type) {
        return DecimalData.fromBigDecimal(BigDecimal.ZERO, type.getPrecision(), type.getScale());
    }

    private static GenericRowData row(RowType type) {
        GenericRowData row = new GenericRowData(type.getFieldCount());
        for (int field = 0; field < type.getFieldCount(); field++) {
            row.setField(field, of(type.getTypeAt(field)));
        }
        return row;
    }
}
