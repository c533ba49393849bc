package io.elt.local.starrocks.model;

/**
 * A type with its parameters.
 *
 * @param length bytes of a CHAR, VARCHAR or VARBINARY, digits of a DECIMAL, otherwise 0
 * @param scale digits after the point of a DECIMAL, otherwise 0
 */
public record DataType(TypeName name, int length, int scale) {
    /** What STRING means: StarRocks stores it as a VARCHAR of this many bytes. */
    public static final int STRING_LENGTH = 65533;

    public static DataType of(TypeName name) {
        return switch (name) {
            case DECIMAL -> new DataType(name, 10, 0);
            case CHAR -> new DataType(name, 1, 0);
            case VARCHAR -> new DataType(name, STRING_LENGTH, 0);
            case VARBINARY -> new DataType(name, 1048576, 0);
            case BOOLEAN, TINYINT, SMALLINT, INT, BIGINT, LARGEINT, FLOAT, DOUBLE, DATE, DATETIME, JSON ->
                new DataType(name, 0, 0);
        };
    }

    public static DataType decimal(int precision, int scale) {
        return new DataType(TypeName.DECIMAL, precision, scale);
    }

    public String duckdb() {
        if (name == TypeName.DECIMAL) {
            return "DECIMAL(" + length + "," + scale + ")";
        }
        return name.duckdb();
    }

    /** As {@code SHOW CREATE TABLE} and {@code COLUMN_TYPE} print it. */
    public String columnType() {
        return switch (name) {
            case BOOLEAN -> "boolean";
            case TINYINT -> "tinyint(4)";
            case SMALLINT -> "smallint(6)";
            case INT -> "int(11)";
            case BIGINT -> "bigint(20)";
            case LARGEINT -> "largeint(40)";
            case DECIMAL -> "decimal(" + length + ", " + scale + ")";
            case CHAR, VARCHAR -> name.dataType() + "(" + length + ")";
            case VARBINARY -> "varbinary";
            case FLOAT, DOUBLE, DATE, DATETIME, JSON -> name.dataType();
        };
    }

    /** {@code COLUMN_SIZE}, or null: the connector's catalog tells a BOOLEAN from a TINYINT by its absence. */
    public Integer columnSize() {
        return switch (name) {
            case TINYINT -> 3;
            case SMALLINT -> 5;
            case INT -> 10;
            case BIGINT -> 19;
            case LARGEINT -> 39;
            case FLOAT -> 7;
            case DOUBLE -> 15;
            case DECIMAL, CHAR, VARCHAR, VARBINARY -> length;
            case BOOLEAN, DATE, DATETIME, JSON -> null;
        };
    }

    /** {@code DECIMAL_DIGITS}, or null where it has no meaning. */
    public Integer decimalDigits() {
        return switch (name) {
            case TINYINT, SMALLINT, INT, BIGINT, LARGEINT -> 0;
            case FLOAT -> 7;
            case DOUBLE -> 15;
            case DECIMAL -> scale;
            case BOOLEAN, CHAR, VARCHAR, VARBINARY, DATE, DATETIME, JSON -> null;
        };
    }
}
