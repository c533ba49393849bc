package io.elt.local.starrocks.store;

import io.elt.local.starrocks.model.DataType;
import io.elt.local.starrocks.model.TypeName;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Locale;

/** The StarRocks type of a column that DuckDB computed. */
public final class ResultTypes {
    private ResultTypes() {}

    /**
     * The type of a result column.
     *
     * @param hugeInteger what DuckDB's widest integer stands for: a LARGEINT, or the sum of integers, which DuckDB widens
     *     and StarRocks does not
     */
    public static DataType of(ResultSetMetaData columns, int index, TypeName hugeInteger) throws SQLException {
        String type = columns.getColumnTypeName(index).toUpperCase(Locale.ROOT);
        if (type.startsWith("DECIMAL")) {
            return DataType.decimal(columns.getPrecision(index), columns.getScale(index));
        }
        return switch (type) {
            case "BOOLEAN" -> DataType.of(TypeName.BOOLEAN);
            case "TINYINT" -> DataType.of(TypeName.TINYINT);
            case "SMALLINT", "UTINYINT" -> DataType.of(TypeName.SMALLINT);
            case "INTEGER", "USMALLINT" -> DataType.of(TypeName.INT);
            case "BIGINT", "UINTEGER", "UBIGINT" -> DataType.of(TypeName.BIGINT);
            case "HUGEINT" -> DataType.of(hugeInteger);
            case "FLOAT" -> DataType.of(TypeName.FLOAT);
            case "DOUBLE" -> DataType.of(TypeName.DOUBLE);
            case "DATE" -> DataType.of(TypeName.DATE);
            case "JSON" -> DataType.of(TypeName.JSON);
            case "BLOB" -> DataType.of(TypeName.VARBINARY);
            default -> type.startsWith("TIMESTAMP") ? DataType.of(TypeName.DATETIME) : DataType.of(TypeName.VARCHAR);
        };
    }
}
