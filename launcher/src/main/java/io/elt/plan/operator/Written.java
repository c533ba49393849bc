package io.elt.plan.operator;

import io.elt.plan.Column;
import io.elt.plan.TableName;

import java.util.List;

/**
 * What an INSERT gives and what its table takes, before Flink converts the one into the other.
 *
 * @param statement its position in {@link io.elt.plan.Job#statements}
 * @param query the columns of the query, in the order in which they are written
 * @param columns those of the table
 * @param primaryKey of the table, empty without a key
 */
public record Written(
        int statement, TableName table, List<Column> query, List<Column> columns, List<String> primaryKey) {
    public Written {
        query = List.copyOf(query);
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
    }
}
