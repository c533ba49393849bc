package io.elt.local.starrocks;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where the server keeps its data and where it listens.
 *
 * @param host an address of this machine; anything but a loopback address is refused
 * @param queryPort the port of the MySQL protocol, 0 for any free one
 * @param httpPort the port of Stream Load, 0 for any free one
 * @param password of the user root, empty for none
 */
public record StarRocksConfig(Path dataDirectory, String host, int queryPort, int httpPort, String password) {
    public StarRocksConfig {
        Objects.requireNonNull(dataDirectory, "dataDirectory");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(password, "password");
        requirePort(queryPort);
        requirePort(httpPort);
    }

    private static void requirePort(int port) {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("a port is a number from 0 to 65535, but this is " + port);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "StarRocksConfig[dataDirectory=" + dataDirectory + ", host=" + host + ", queryPort=" + queryPort
                + ", httpPort=" + httpPort + "]";
    }
}
