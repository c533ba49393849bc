package io.elt.local.kafka;

import io.elt.local.PortInUseException;
import io.elt.local.lock.FileLock;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** A Kafka broker that runs in this process until it is closed. */
public final class EmbeddedKafka implements AutoCloseable {
    private final FileLock lock;
    private final BrokerNode node;
    private final BrokerFaults faults;
    private final String bootstrapServers;

    private EmbeddedKafka(FileLock lock, BrokerNode node, BrokerFaults faults, String bootstrapServers) {
        this.lock = lock;
        this.node = node;
        this.faults = faults;
        this.bootstrapServers = bootstrapServers;
    }

    /** Returns when the broker takes records; what the folder holds from before, also from a killed process, is there. */
    public static EmbeddedKafka start(KafkaConfig config) throws IOException {
        requireFreePort(config);
        Files.createDirectories(config.dataDirectory());
        FileLock lock = lock(config.dataDirectory());
        try {
            BrokerFaults faults = BrokerFaults.install();
            BrokerNode node = BrokerNode.start(config, BrokerStorage.open(config.dataDirectory()), faults);
            return new EmbeddedKafka(lock, node, faults, config.host() + ":" + node.port());
        } catch (IOException | RuntimeException | Error e) {
            lock.close();
            throw startFailed(config, e);
        }
    }

    /**
     * Keeps a second broker out of a data folder. Kafka has such a lock too, but takes it only after it has opened, and may
     * have written, its metadata log.
     */
    private static FileLock lock(Path folder) throws IOException {
        Path file = folder.resolve("elt.lock");
        Optional<FileLock> lock = FileLock.tryTake(file);
        if (lock.isEmpty()) {
            throw new IOException("the Kafka data in " + folder + " is in use by " + FileLock.holder(file)
                    + "; stop it, or give this one another folder");
        }
        return lock.get();
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Why the broker no longer works, when it had to give up. */
    public Optional<Throwable> failure() {
        return faults.fatal();
    }

    /** Creates the topic; one that exists stays as it is. */
    public void createTopic(String topic, int partitions) throws IOException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IOException(
                        "cannot create topic " + topic + ": " + e.getCause().getMessage(), e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while creating topic " + topic, e);
        }
    }

    @Override
    public void close() throws IOException {
        node.close();
        lock.close();
    }

    // Asked before anything starts, because Kafka finds out only after seconds; a race is caught in startFailed.
    private static void requireFreePort(KafkaConfig config) throws IOException {
        if (config.port() == 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket(config.port(), 1, InetAddress.getByName(config.host()))) {
            socket.setReuseAddress(true);
        } catch (BindException e) {
            throw new PortInUseException("Kafka", config.port(), e);
        }
    }

    private static IOException startFailed(KafkaConfig config, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return new PortInUseException("Kafka", config.port(), failure);
            }
        }
        if (failure instanceof IOException e) {
            return e;
        }
        return new IOException(
                "Kafka did not start on the data in " + config.dataDirectory() + ": " + failure.getMessage(), failure);
    }
}
