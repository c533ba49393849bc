package io.elt.local.starrocks.store;

import io.elt.local.starrocks.model.DataType;
import io.elt.local.starrocks.model.TypeName;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Locale;

/** The StarRocks type of a column that DuckDB computed. */
public final class ResultTypes {
    private ResultTypes() {}

    public static DataType of(ResultSetMetaData columns, int index) throws SQLException {
        String type = columns.getColumnTypeName(index).toUpperCase(Locale.ROOT);
        if (type.startsWith("DECIMAL")) {
            return DataType.decimal(columns.getPrecision(index), columns.getScale(index));
        }
        return switch (type) {
            case "BOOLEAN" -> DataType.of(TypeName.BOOLEAN);
            case "TINYINT" -> DataType.of(TypeName.TINYINT);
            case "SMALLINT", "UTINYINT" -> DataType.of(TypeName.SMALLINT);
            case "INTEGER", "USMALLINT" -> DataType.of(TypeName.INT);
            // DuckDB widens the sum of integers; StarRocks does not.
            case "BIGINT", "UINTEGER", "HUGEINT", "UBIGINT" -> DataType.of(TypeName.BIGINT);
            case "FLOAT" -> DataType.of(TypeName.FLOAT);
            case "DOUBLE" -> DataType.of(TypeName.DOUBLE);
            case "DATE" -> DataType.of(TypeName.DATE);
            case "JSON" -> DataType.of(TypeName.JSON);
            case "BLOB" -> DataType.of(TypeName.VARBINARY);
            default -> type.startsWith("TIMESTAMP") ? DataType.of(TypeName.DATETIME) : DataType.of(TypeName.VARCHAR);
        };
    }
}
