package io.elt.cli.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The embedded stack's ports on the loopback address; 0 means any free one. */
public record Ports(int kafka, int starrocks, int starrocksHttp, int flink) {
    public static final Ports DEFAULT = new Ports(9092, 9030, 8030, 8081);

    public Ports {
        check(kafka);
        check(starrocks);
        check(starrocksHttp);
        check(flink);
    }

    /** The same with a free port in place of each 0. */
    public Ports resolved() {
        return new Ports(free(kafka), free(starrocks), free(starrocksHttp), free(flink));
    }

    private static int free(int port) {
        if (port != 0) {
            return port;
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("the system gives no free port", e);
        }
    }

    private static void check(int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is a number from 0 to 65535, got " + port);
        }
    }
}
