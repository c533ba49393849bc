package io.elt.local;

import java.nio.file.Path;

import static java.util.Objects.requireNonNull;

/**
 * @param folder where the stack keeps everything; one process at a time may use it
 * @param host the address to listen on
 * @param kafkaPort the broker's port, 0 for any free one
 * @param starRocksPort the port of the MySQL protocol, 0 for any free one
 * @param starRocksHttpPort the port of Stream Load, 0 for any free one
 */
public record StackConfig(Path folder, String host, int kafkaPort, int starRocksPort, int starRocksHttpPort) {
    public StackConfig {
        requireNonNull(folder, "folder");
        requireNonNull(host, "host");
    }
}
