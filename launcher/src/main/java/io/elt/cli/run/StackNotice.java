package io.elt.cli.run;

import io.elt.local.Endpoints;

import java.net.URI;

/** What a user has to know about the embedded stack whenever it has started. */
final class StackNotice {
    private StackNotice() {}

    static void tell(Endpoints endpoints, URI flink, URI metrics, Progress progress) {
        String[] starRocks = endpoints.starRocks().split(":");
        progress.say("  a stand-in for development: one process, loopback only; one Kafka broker without security or"
                + " replicas, and a server that speaks StarRocks' protocols, not StarRocks");
        progress.say("  Kafka      " + endpoints.kafka());
        progress.say("  StarRocks  mysql -h " + starRocks[0] + " -P " + starRocks[1] + " -u root   (Stream Load "
                + endpoints.starRocksHttp() + ")");
        progress.say("  Flink      " + flink);
        progress.say("  Metrics    " + metrics);
    }
}
