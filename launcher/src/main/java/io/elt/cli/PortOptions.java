package io.elt.cli;

import io.elt.cli.run.Ports;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import picocli.CommandLine.Option;

/** Where the embedded stack listens, always on the loopback address. */
final class PortOptions {
    @Option(
            names = "--port-kafka",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "Kafka (default: ${DEFAULT-VALUE}; 0: any).")
    int kafka;

    @Option(
            names = "--port-starrocks",
            paramLabel = "PORT",
            defaultValue = "9030",
            description = "StarRocks, MySQL protocol (default: ${DEFAULT-VALUE}; 0: any).")
    int starrocks;

    @Option(
            names = "--port-starrocks-http",
            paramLabel = "PORT",
            defaultValue = "8030",
            description = "StarRocks, Stream Load (default: ${DEFAULT-VALUE}; 0: any).")
    int starrocksHttp;

    @Option(
            names = "--port-flink",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "Flink's REST API and web page (default: ${DEFAULT-VALUE}; 0: any).")
    int flink;

    Ports ports() {
        try {
            return new Ports(kafka, starrocks, starrocksHttp, flink);
        } catch (IllegalArgumentException e) {
            throw Diagnostic.error(ErrorCode.USAGE, e.getMessage()).toException(e);
        }
    }
}
