package io.elt.plan.column;

import io.elt.plan.ExternalInput;
import io.elt.plan.TableName;
import io.elt.script.Statement;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What flows into a table by one INSERT.
 *
 * @param job the one that the INSERT belongs to
 * @param output how the file declares the table, if it is one outside of the warehouse
 * @param columns all columns of the table
 * @param rows what decides which rows there are: it influences all columns
 * @param scanned the tables that it reads, each with all its columns, computed ones left out
 */
public record InsertFlow(
        String job,
        Statement insert,
        TableName table,
        Optional<ExternalInput> output,
        List<ColumnFlow> columns,
        Influences rows,
        Map<TableName, List<String>> scanned) {
    public InsertFlow {
        columns = List.copyOf(columns);
        scanned = Collections.unmodifiableMap(new TreeMap<>(scanned));
    }
}
