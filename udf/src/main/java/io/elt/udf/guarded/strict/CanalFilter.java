package io.elt.udf.guarded.strict;

import io.elt.udf.guarded.ErrorCode;
import io.elt.udf.guarded.Rejection;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * The options {@code database.include} and {@code table.include}: one topic may hold the changes of many tables, and a record of
 * another table is neither a row nor an error of this one.
 */
record CanalFilter(Pattern database, Pattern table) {

    static CanalFilter ofOptions(Map<String, String> options) {
        return new CanalFilter(pattern(options.get("database.include")), pattern(options.get("table.include")));
    }

    private static Pattern pattern(String expression) {
        return expression == null ? null : Pattern.compile(expression);
    }

    boolean excludes(String databaseName, String tableName) throws Rejection {
        return excludes("database", database, databaseName) || excludes("table", table, tableName);
    }

    private static boolean excludes(String member, Pattern pattern, String name) throws Rejection {
        if (pattern == null) {
            return false;
        }
        if (name == null) {
            throw Rejection.of(ErrorCode.MISSING_FIELD, "missing or null, but '" + member + ".include' is set")
                    .inField(member);
        }
        return !pattern.matcher(name).matches();
    }
}
