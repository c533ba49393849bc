package io.elt.submit;

import java.util.Map;
import java.util.TreeMap;

/**
 * Flink settings of a cluster whose metrics Prometheus shall scrape. They are the cluster's, not a job's: who starts a cluster
 * gives it these, under what the project sets.
 */
public final class PrometheusMetrics {
    /** Of one process per address: a pod. Flink's own default, which dashboards and scrape rules found elsewhere expect. */
    public static final String PORT = "9249";

    /** Of several processes on one host: each takes the first free one. */
    public static final String PORTS = "9249-9348";

    /** The reporter's port, or ports, by Flink's key. */
    public static final String PORT_KEY = "metrics.reporter.prometheus.port";

    private static final String FACTORY = "org.apache.flink.metrics.prometheus.PrometheusReporterFactory";

    private PrometheusMetrics() {}

    /**
     * @param ports a port, or a range of them
     */
    public static Map<String, String> settings(String ports) {
        return settings(FACTORY, ports);
    }

    /**
     * @param factory a class that makes a reporter
     */
    public static Map<String, String> settings(String factory, String ports) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("metrics.reporter.prometheus.factory.class", factory);
        settings.put(PORT_KEY, ports);
        // Names of jobs and tables have dots.
        settings.put("metrics.reporter.prometheus.filterLabelValueCharacters", "false");
        // A hundred numbers for each client of Kafka, of which nobody is ever paged: what matters is in pendingRecords.
        settings.put("metrics.reporter.prometheus.filter.excludes", "*.KafkaConsumer*;*.Shuffle.Netty*");
        return settings;
    }
}
