package io.elt.local.kafka;

import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.common.utils.Time;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The broker and its controller, put together here and not by {@code KafkaRaftServer} because that one wants to know
 * the controller's port before it is bound, and ends the process when something goes wrong.
 */
final class BrokerNode implements AutoCloseable {
    private final ControllerServer controller;
    private final BrokerServer broker;

    private BrokerNode(ControllerServer controller, BrokerServer broker) {
        this.controller = controller;
        this.broker = broker;
    }

    static BrokerNode start(KafkaConfig config, BrokerStorage storage, BrokerFaults faults) throws IOException {
        kafka.server.KafkaConfig settings = new kafka.server.KafkaConfig(BrokerSettings.of(config), false);
        CompletableFuture<Map<Integer, InetSocketAddress>> voters = new CompletableFuture<>();
        SharedServer shared = new SharedServer(
                settings,
                storage.properties(),
                Time.SYSTEM,
                Server.initializeMetrics(
                        settings, Time.SYSTEM, storage.properties().clusterId().orElseThrow()),
                voters,
                List.of(),
                faults);
        ControllerServer controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), storage.bootstrap());
        controller
                .socketServerFirstBoundPortFuture()
                .thenAccept(port ->
                        voters.complete(Map.of(BrokerSettings.NODE_ID, new InetSocketAddress(config.host(), port))));
        BrokerNode node = new BrokerNode(controller, new BrokerServer(shared));
        try {
            node.controller.startup();
            FormerBroker.forget(node.controller.controller());
            node.broker.startup();
            return node;
        } catch (IOException | RuntimeException | Error e) {
            node.close();
            throw e;
        }
    }

    int port() {
        return broker.boundPort(new ListenerName("CLIENT"));
    }

    @Override
    public void close() {
        // The controller last: the broker still needs it to say goodbye.
        broker.shutdown();
        controller.shutdown();
    }
}
