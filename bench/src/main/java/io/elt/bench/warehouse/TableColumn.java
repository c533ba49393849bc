package io.elt.bench.warehouse;

/**
 * @param type in Flink's SQL, with NOT NULL if that holds
 */
record TableColumn(String name, String type) {
    static final String AMOUNT = "DECIMAL(20, 2)";

    boolean isAmount() {
        return type.startsWith("DECIMAL");
    }

    boolean isText() {
        return type.startsWith("STRING");
    }

    boolean isTime() {
        return type.startsWith("TIMESTAMP");
    }

    /** The type in StarRocks' words. */
    String servedType() {
        String bare = type.replace(" NOT NULL", "");
        String served =
                switch (bare) {
                    case "STRING" -> "VARCHAR(200)";
                    case "TIMESTAMP(3)" -> "DATETIME";
                    default -> bare;
                };
        return served + (type.endsWith("NOT NULL") ? " NOT NULL" : " NULL");
    }
}
