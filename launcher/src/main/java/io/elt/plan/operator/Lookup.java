package io.elt.plan.operator;

import io.elt.plan.TableName;

import java.util.List;

/**
 * How a lookup join asks its table.
 *
 * @param key columns of the table that are asked by
 * @param byPrimaryKey whether these hold its primary key
 * @param async whether rows go on while an answer is waited for
 */
public record Lookup(TableName table, List<String> key, boolean byPrimaryKey, boolean async, LookupCache cache) {
    public Lookup {
        key = List.copyOf(key);
    }
}
