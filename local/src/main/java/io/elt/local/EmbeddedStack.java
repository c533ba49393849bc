package io.elt.local;

import io.elt.local.kafka.EmbeddedKafka;
import io.elt.local.kafka.KafkaConfig;
import io.elt.local.starrocks.StarRocksConfig;
import io.elt.local.starrocks.StarRocksServer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A Kafka broker and a StarRocks-compatible server in this process, with their data in one folder. */
public final class EmbeddedStack implements AutoCloseable {
    /** StarRocks' own first user, without a password: the stack listens on the loopback address only. */
    public static final String STARROCKS_USER = "root";

    public static final String STARROCKS_PASSWORD = "";

    private static final int PARTITIONS = 1;

    private final StackLock lock;
    private final EmbeddedKafka kafka;
    private final StarRocksServer starRocks;
    private final Endpoints endpoints;

    private EmbeddedStack(StackLock lock, EmbeddedKafka kafka, StarRocksServer starRocks, Endpoints endpoints) {
        this.lock = lock;
        this.kafka = kafka;
        this.starRocks = starRocks;
        this.endpoints = endpoints;
    }

    /**
     * Starts the stack on the data that the folder holds.
     *
     * @throws StackInUseException if another process runs the stack of this folder
     * @throws PortInUseException if a port is taken
     * @throws IOException if the folder cannot be read or written
     */
    public static EmbeddedStack start(StackConfig config) throws IOException {
        StackLock lock = StackLock.take(config.folder());
        StarRocksServer starRocks = null;
        EmbeddedKafka kafka = null;
        try {
            starRocks = StarRocksServer.start(new StarRocksConfig(
                    starRocksFolder(config.folder()),
                    config.host(),
                    config.starRocksPort(),
                    config.starRocksHttpPort(),
                    STARROCKS_PASSWORD));
            kafka = EmbeddedKafka.start(
                    new KafkaConfig(config.folder().resolve("kafka"), config.host(), config.kafkaPort()));
            Endpoints endpoints = new Endpoints(
                    ProcessHandle.current().pid(),
                    kafka.bootstrapServers(),
                    config.host() + ":" + starRocks.queryPort(),
                    config.host() + ":" + starRocks.httpPort());
            lock.publish(endpoints);
            return new EmbeddedStack(lock, kafka, starRocks, endpoints);
        } catch (IOException | RuntimeException e) {
            close(e, kafka, starRocks, lock);
            throw e;
        }
    }

    /**
     * Starts only the StarRocks-compatible server, on free ports, for a look at its data.
     *
     * @throws StackInUseException if another process runs the stack of this folder
     * @throws IOException if the folder cannot be read or written
     */
    public static EmbeddedStack startStarRocks(Path folder, String host) throws IOException {
        StackLock lock = StackLock.take(folder);
        try {
            StarRocksServer starRocks =
                    StarRocksServer.start(new StarRocksConfig(starRocksFolder(folder), host, 0, 0, STARROCKS_PASSWORD));
            Endpoints endpoints = new Endpoints(
                    ProcessHandle.current().pid(),
                    "",
                    host + ":" + starRocks.queryPort(),
                    host + ":" + starRocks.httpPort());
            lock.publish(endpoints);
            return new EmbeddedStack(lock, null, starRocks, endpoints);
        } catch (IOException | RuntimeException e) {
            close(e, lock);
            throw e;
        }
    }

    /** Where the StarRocks-compatible server of a stack keeps its data. */
    public static Path starRocksFolder(Path folder) {
        return folder.resolve("starrocks");
    }

    /** Where the stack of a folder listens, if a process runs it at this moment. */
    public static Optional<Endpoints> running(Path folder) throws IOException {
        return StackLock.owner(folder);
    }

    /**
     * Does something with the files of a folder while no stack can start there.
     *
     * @throws StackInUseException if a process runs the stack of this folder
     * @throws IOException if the folder cannot be read or written
     */
    public static void whileStopped(Path folder, Runnable work) throws IOException {
        StackLock lock = StackLock.take(folder);
        try (lock) {
            work.run();
        }
    }

    public Endpoints endpoints() {
        return endpoints;
    }

    /** Creates a topic unless it is there. */
    public void createTopic(String topic) throws IOException {
        kafka.createTopic(topic, PARTITIONS);
    }

    @Override
    public void close() throws IOException {
        IOException failed = new IOException("the embedded stack did not close");
        close(failed, kafka, starRocks, lock);
        if (failed.getSuppressed().length > 0) {
            throw failed;
        }
    }

    private static void close(Exception failed, AutoCloseable... parts) {
        for (AutoCloseable part : parts) {
            try {
                if (part != null) {
                    part.close();
                }
            } catch (Exception e) {
                failed.addSuppressed(e);
            }
        }
    }
}
