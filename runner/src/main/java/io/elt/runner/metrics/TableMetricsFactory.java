package io.elt.runner.metrics;

import org.apache.paimon.flink.sink.Committer;
import org.apache.paimon.flink.sink.listener.CommitListener;
import org.apache.paimon.flink.sink.listener.CommitListenerFactory;
import org.apache.paimon.table.FileStoreTable;

import java.util.Optional;

/** Finds {@link TableMetrics} for Paimon, by the name in the table's option {@code commit.custom-listeners}. */
public final class TableMetricsFactory implements CommitListenerFactory {
    static final String IDENTIFIER = "elt-metrics";

    @Override
    public String identifier() {
        return IDENTIFIER;
    }

    @Override
    public Optional<CommitListener> create(Committer.Context context, FileStoreTable table) {
        return TableLabels.of(table.options())
                .map(labels -> TableMetrics.register(labels.under(context.metricGroup()), table));
    }
}
