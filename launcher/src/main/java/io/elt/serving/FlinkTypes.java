package io.elt.serving;

import java.util.Optional;

/** StarRocks' types as the connector's catalog shows them to Flink. */
public final class FlinkTypes {
    private FlinkTypes() {}

    /**
     * @param type StarRocks' type in upper case, with its length if it has one
     * @return Flink's type, empty for one that the connector cannot write
     */
    public static Optional<String> of(String type) {
        int open = type.indexOf('(');
        String name = open < 0 ? type : type.substring(0, open);
        String length = open < 0 ? "" : type.substring(open);
        return switch (name) {
            case "BOOLEAN", "TINYINT", "SMALLINT", "BIGINT", "FLOAT", "DOUBLE", "DATE" -> Optional.of(name);
            case "INT", "INTEGER" -> Optional.of("INT");
            case "DECIMAL", "DECIMALV2", "DECIMAL32", "DECIMAL64", "DECIMAL128" ->
                Optional.of("DECIMAL" + (length.isEmpty() ? "(10, 0)" : length));
            case "CHAR" -> Optional.of("CHAR" + length);
            case "VARCHAR" -> Optional.of(length.isEmpty() ? "VARCHAR(1)" : "VARCHAR" + length);
            case "STRING", "LARGEINT", "JSON" -> Optional.of("STRING");
            case "DATETIME" -> Optional.of("TIMESTAMP(0)");
            default -> Optional.empty();
        };
    }
}
