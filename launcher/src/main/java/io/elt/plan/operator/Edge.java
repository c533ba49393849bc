package io.elt.plan.operator;

import io.elt.plan.TableName;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A table through which data goes from one job to another.
 *
 * @param from the job that writes it
 * @param to the job that reads it
 */
public record Edge(TableName table, String from, ChangelogKind written, String to, Reading read) {
    /** Flink's own catalog: each session has one of its own, so its tables are never those of another job. */
    private static final String OF_SESSION = "default_catalog";

    /** All edges between these jobs, in the order of their readers, then by table. */
    public static List<Edge> between(List<JobOperators> jobs) {
        List<Edge> edges = new ArrayList<>();
        for (JobOperators reader : jobs) {
            for (TableName table : new TreeSet<>(reader.readTables())) {
                for (JobOperators writer : jobs) {
                    writer.written(table)
                            .filter(kind -> writer != reader && !table.catalog().equals(OF_SESSION))
                            .ifPresent(kind -> edges.add(
                                    new Edge(table, writer.job(), kind, reader.job(), reader.reading(table))));
                }
            }
        }
        return edges;
    }
}
