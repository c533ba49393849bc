package io.elt.local.starrocks.model;

import java.util.Locale;
import java.util.Optional;

/** The types a column can have. */
public enum TypeName {
    BOOLEAN("BOOLEAN", "tinyint"),
    TINYINT("TINYINT", "tinyint"),
    SMALLINT("SMALLINT", "smallint"),
    INT("INTEGER", "int"),
    BIGINT("BIGINT", "bigint"),
    LARGEINT("HUGEINT", "bigint unsigned"),
    FLOAT("FLOAT", "float"),
    DOUBLE("DOUBLE", "double"),
    DECIMAL("DECIMAL", "decimal"),
    CHAR("VARCHAR", "char"),
    VARCHAR("VARCHAR", "varchar"),
    DATE("DATE", "date"),
    DATETIME("TIMESTAMP", "datetime"),
    JSON("JSON", "json"),
    VARBINARY("BLOB", "varbinary");

    private final String duckdb;
    private final String dataType;

    TypeName(String duckdb, String dataType) {
        this.duckdb = duckdb;
        this.dataType = dataType;
    }

    /** The type that holds it in DuckDB, without parameters. */
    public String duckdb() {
        return duckdb;
    }

    /** What {@code information_schema.COLUMNS.DATA_TYPE} says; BOOLEAN and TINYINT differ there by COLUMN_SIZE only. */
    public String dataType() {
        return dataType;
    }

    public boolean isInteger() {
        return compareTo(TINYINT) >= 0 && compareTo(LARGEINT) <= 0;
    }

    public boolean isText() {
        return this == CHAR || this == VARCHAR;
    }

    /** The type that is written as {@code word}, for the names that StarRocks knows. */
    public static Optional<TypeName> of(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "BOOLEAN", "BOOL" -> Optional.of(BOOLEAN);
            case "TINYINT" -> Optional.of(TINYINT);
            case "SMALLINT" -> Optional.of(SMALLINT);
            case "INT", "INTEGER" -> Optional.of(INT);
            case "BIGINT", "SIGNED", "UNSIGNED" -> Optional.of(BIGINT);
            case "LARGEINT" -> Optional.of(LARGEINT);
            case "FLOAT" -> Optional.of(FLOAT);
            case "DOUBLE" -> Optional.of(DOUBLE);
            case "DECIMAL", "DECIMALV2", "DECIMAL32", "DECIMAL64", "DECIMAL128", "NUMERIC" -> Optional.of(DECIMAL);
            case "CHAR" -> Optional.of(CHAR);
            case "VARCHAR", "STRING", "TEXT" -> Optional.of(VARCHAR);
            case "DATE" -> Optional.of(DATE);
            case "DATETIME", "TIMESTAMP" -> Optional.of(DATETIME);
            case "JSON" -> Optional.of(JSON);
            case "VARBINARY", "BINARY" -> Optional.of(VARBINARY);
            default -> Optional.empty();
        };
    }
}
