package io.elt.submit.yarn;

import org.apache.flink.shaded.zookeeper3.org.apache.zookeeper.server.NIOServerCnxnFactory;
import org.apache.flink.shaded.zookeeper3.org.apache.zookeeper.server.ZooKeeperServer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** A ZooKeeper in this process: the one that Flink brings along. */
final class ZooKeeper implements AutoCloseable {
    private static final int TICK_MILLISECONDS = 1_000;
    private static final int CONNECTIONS = 100;

    private final NIOServerCnxnFactory connections;

    private ZooKeeper(NIOServerCnxnFactory connections) {
        this.connections = connections;
    }

    static ZooKeeper start(Path folder) throws IOException, InterruptedException {
        NIOServerCnxnFactory connections = new NIOServerCnxnFactory();
        connections.configure(new InetSocketAddress("127.0.0.1", 0), CONNECTIONS);
        connections.startup(new ZooKeeperServer(folder.toFile(), folder.toFile(), TICK_MILLISECONDS));
        return new ZooKeeper(connections);
    }

    /** As {@code high-availability.zookeeper.quorum} wants it. */
    String quorum() {
        return "127.0.0.1:" + connections.getLocalPort();
    }

    @Override
    public void close() {
        connections.shutdown();
    }
}
