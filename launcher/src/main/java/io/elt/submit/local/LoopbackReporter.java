package io.elt.submit.local;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.HTTPServer;
import org.apache.flink.metrics.prometheus.AbstractPrometheusReporter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Flink's reporter for Prometheus on the loopback address. Flink's own listens on all addresses and cannot be told otherwise,
 * and nothing of the embedded stack may be reached from outside.
 */
final class LoopbackReporter extends AbstractPrometheusReporter {
    private final HTTPServer server;

    LoopbackReporter(int port) {
        try {
            server =
                    new HTTPServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), registry(this), true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tell metrics on port " + port, e);
        }
    }

    @Override
    public void close() {
        server.stop();
        super.close();
    }

    /** Flink's class gives it to its own package only. */
    private static CollectorRegistry registry(AbstractPrometheusReporter reporter) {
        try {
            Field registry = AbstractPrometheusReporter.class.getDeclaredField("registry");
            registry.setAccessible(true);
            return (CollectorRegistry) registry.get(reporter);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this is not the Flink that elt was built with", e);
        }
    }
}
