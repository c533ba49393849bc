package io.elt.local.kafka;

import java.util.LinkedHashMap;
import java.util.Map;

/** The broker's own settings: as little memory and as few threads as one developer needs, and nothing ever expires. */
final class BrokerSettings {
    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";
    // Records over the warehouse's own limit of 1 MiB must be able to arrive, else nobody can see them refused.
    private static final int LARGEST_RECORD_BYTES = 16 << 20;

    private BrokerSettings() {}

    static Map<String, String> of(KafkaConfig config) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.putAll(node(config));
        settings.putAll(topics(config));
        settings.putAll(footprint());
        settings.putAll(pace());
        return settings;
    }

    private static Map<String, String> node(KafkaConfig config) {
        String folder = config.dataDirectory().toAbsolutePath().toString();
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE_ID),
                "log.dirs",
                folder,
                "listeners",
                "CLIENT://" + config.host() + ":" + config.port() + ",CONTROLLER://" + config.host() + ":0",
                "listener.security.protocol.map",
                "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "controller.listener.names",
                CONTROLLER_LISTENER,
                "inter.broker.listener.name",
                "CLIENT",
                // The port is found when the controller has bound it, see BrokerProcess.
                "controller.quorum.voters",
                NODE_ID + "@" + config.host() + ":0",
                "auto.include.jmx.reporter",
                "false");
    }

    private static Map<String, String> topics(KafkaConfig config) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("auto.create.topics.enable", "true");
        settings.put("num.partitions", Integer.toString(config.partitions()));
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
        settings.put("log.retention.ms", "-1");
        settings.put("log.retention.bytes", "-1");
        settings.put("message.max.bytes", Integer.toString(LARGEST_RECORD_BYTES));
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("offsets.topic.replication.factor", "1");
        // A warehouse that was left alone for a month must find its place again.
        settings.put("offsets.retention.minutes", Integer.toString(10 * 365 * 24 * 60));
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        return settings;
    }

    private static Map<String, String> footprint() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("num.network.threads", "1");
        settings.put("num.io.threads", "2");
        settings.put("background.threads", "1");
        settings.put("num.recovery.threads.per.data.dir", "1");
        settings.put("num.replica.alter.log.dirs.threads", "1");
        settings.put("queued.max.requests", "32");
        settings.put("socket.send.buffer.bytes", "131072");
        settings.put("socket.receive.buffer.bytes", "131072");
        settings.put("log.segment.bytes", Integer.toString(256 << 20));
        // Enough for a full segment; each open segment maps two files of this size.
        settings.put("log.index.size.max.bytes", Integer.toString(1 << 20));
        settings.put("log.cleaner.threads", "1");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(2 << 20));
        settings.put("log.cleaner.io.buffer.size", Integer.toString(64 << 10));
        settings.put("metadata.log.segment.bytes", Integer.toString(16 << 20));
        settings.put("metadata.max.retention.bytes", Integer.toString(32 << 20));
        return settings;
    }

    // There is one broker and nobody to hand over to: waiting for others only costs time.
    private static Map<String, String> pace() {
        return Map.of(
                "controlled.shutdown.enable", "false",
                "group.initial.rebalance.delay.ms", "0",
                // A laptop pauses; with nobody to take over there is no use in noticing soon.
                "broker.session.timeout.ms", "60000",
                "broker.heartbeat.interval.ms", "500",
                "controller.quorum.election.timeout.ms", "200",
                "controller.quorum.election.backoff.max.ms", "100");
    }
}
