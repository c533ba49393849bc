package io.elt.local.kafka;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where the embedded broker keeps its data and where it listens.
 *
 * @param port 0 takes any free port; it may differ from start to start on the same data
 * @param partitions how many partitions a topic gets that is created by being used
 */
public record KafkaConfig(Path dataDirectory, String host, int port, int partitions) {
    public KafkaConfig {
        Objects.requireNonNull(dataDirectory, "dataDirectory");
        requireLoopback(host);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be between 0 and 65535, is " + port);
        }
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions must be at least 1, is " + partitions);
        }
    }

    public KafkaConfig(Path dataDirectory, String host, int port) {
        this(dataDirectory, host, port, 1);
    }

    // The broker asks nobody for a password, so it must not be reachable from another machine.
    private static void requireLoopback(String host) {
        try {
            if (InetAddress.getByName(host).isLoopbackAddress()) {
                return;
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("host " + host + " is not known", e);
        }
        throw new IllegalArgumentException(
                "host " + host + " is not a loopback address; the embedded Kafka listens on this machine only");
    }
}
