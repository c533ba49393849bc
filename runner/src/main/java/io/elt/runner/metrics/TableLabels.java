package io.elt.runner.metrics;

import org.apache.flink.metrics.MetricGroup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import static java.util.Objects.requireNonNull;

/**
 * Who writes a table. It reaches the operator that commits as options of the table, which a job gives for itself alone, under
 * Flink's keys {@code paimon.<catalog>.<database>.<table>.<option>}: the operator knows neither the project nor the full name.
 *
 * @param layer the layer of the file that writes the table, {@code none} for a name that tells none
 * @param table the full name
 */
public record TableLabels(String project, String layer, String job, String table) {
    private static final String PREFIX = "elt.metrics.";
    private static final String PROJECT = PREFIX + "project";
    private static final String LAYER = PREFIX + "layer";
    private static final String JOB = PREFIX + "job";
    private static final String TABLE = PREFIX + "table";

    public TableLabels {
        requireNonNull(project, "project");
        requireNonNull(layer, "layer");
        requireNonNull(job, "job");
        requireNonNull(table, "table");
    }

    /** The labels as options of the table. */
    public Map<String, String> toOptions() {
        Map<String, String> options = new TreeMap<>();
        options.put("commit.custom-listeners", TableMetricsFactory.IDENTIFIER);
        options.put(PROJECT, project);
        options.put(LAYER, layer);
        options.put(JOB, job);
        options.put(TABLE, table);
        return options;
    }

    /** What {@link #toOptions} gave; empty where somebody else named the listener. */
    static Optional<TableLabels> of(Map<String, String> options) {
        if (!options.keySet().containsAll(List.of(PROJECT, LAYER, JOB, TABLE))) {
            return Optional.empty();
        }
        return Optional.of(
                new TableLabels(options.get(PROJECT), options.get(LAYER), options.get(JOB), options.get(TABLE)));
    }

    /**
     * The group for the metrics of the table. The job's label is not called {@code job}: Prometheus gives that name to each
     * thing that it scrapes, and would rename ours.
     */
    MetricGroup under(MetricGroup operator) {
        return operator.addGroup("elt")
                .addGroup("project", project)
                .addGroup("layer", layer)
                .addGroup("elt_job", job)
                .addGroup("table", table);
    }
}
