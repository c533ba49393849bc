package io.elt.plan;

import org.apache.flink.table.catalog.ObjectIdentifier;

import java.util.Comparator;
import java.util.List;

/** A table's full name. */
public record TableName(String catalog, String database, String table) implements Comparable<TableName> {
    private static final Comparator<TableName> ORDER = Comparator.comparing(TableName::catalog)
            .thenComparing(TableName::database)
            .thenComparing(TableName::table);

    static TableName of(ObjectIdentifier identifier) {
        return new TableName(identifier.getCatalogName(), identifier.getDatabaseName(), identifier.getObjectName());
    }

    public static TableName of(List<String> path) {
        return new TableName(path.get(0), path.get(1), path.get(2));
    }

    @Override
    public int compareTo(TableName other) {
        return ORDER.compare(this, other);
    }

    /** As it is written in SQL, without quotes: {@code lake.dws.deposit}. */
    @Override
    public String toString() {
        return catalog + "." + database + "." + table;
    }
}
