package io.elt.bench.warehouse;

import java.util.function.UnaryOperator;

/** Something that an author gets wrong. Each is applied to a file that is right, and is found by {@code elt check}. */
enum PlantedProblem {
    COLUMN_MISSPELT(sql -> afterSelect(sql, "mispelt_column,")),
    TABLE_MISSPELT(sql -> sql.replaceFirst("FROM lake\\.(\\w+)\\.", "FROM lake.$1.mispelt_")),
    WORD_MISSPELT(sql -> sql.replaceFirst("\nINSERT INTO", "\nINSRET INTO")),
    FUNCTION_UNKNOWN(sql -> afterSelect(sql, "no_such_function(1),")),
    COLUMN_TOO_MANY(sql -> afterSelect(sql, "1,"));

    private final UnaryOperator<String> change;

    PlantedProblem(UnaryOperator<String> change) {
        this.change = change;
    }

    String plant(String sql) {
        String changed = change.apply(sql);
        if (changed.equals(sql)) {
            throw new IllegalArgumentException("there is no place for " + this + " in\n" + sql);
        }
        return changed;
    }

    private static String afterSelect(String sql, String item) {
        return sql.replaceFirst("\nSELECT\n", "\nSELECT\n    " + item + "\n");
    }
}
