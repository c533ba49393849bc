package io.elt.runner.metrics;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;

import java.util.Map;
import java.util.TreeMap;

/** Keeps what is registered, by the whole name: groups of a key and a value as {@code key=value}. */
final class RecordedMetrics extends UnregisteredMetricsGroup {
    private final String scope;
    private final Map<String, Counter> counters;
    private final Map<String, Gauge<?>> gauges;

    RecordedMetrics() {
        this("", new TreeMap<>(), new TreeMap<>());
    }

    private RecordedMetrics(String scope, Map<String, Counter> counters, Map<String, Gauge<?>> gauges) {
        this.scope = scope;
        this.counters = counters;
        this.gauges = gauges;
    }

    @Override
    public MetricGroup addGroup(String name) {
        return new RecordedMetrics(scope + name + ".", counters, gauges);
    }

    @Override
    public MetricGroup addGroup(String key, String value) {
        return addGroup(key + "=" + value);
    }

    @Override
    public Counter counter(String name) {
        Counter counter = super.counter(name);
        counters.put(scope + name, counter);
        return counter;
    }

    @Override
    public <T, G extends Gauge<T>> G gauge(String name, G gauge) {
        gauges.put(scope + name, gauge);
        return gauge;
    }

    Map<String, Counter> counters() {
        return counters;
    }

    long count(String name) {
        return counters.get(name).getCount();
    }

    Object value(String name) {
        return gauges.get(name).getValue();
    }
}
