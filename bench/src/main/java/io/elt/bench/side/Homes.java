package io.elt.bench.side;

import io.elt.bench.figure.Side;
import io.elt.cli.run.Ports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the two sides are installed.
 *
 * @param elt the distribution
 * @param bare see {@link BareHome}
 */
public record Homes(Path elt, Path bare) {
    /**
     * @param folder where what is missing can be made
     */
    public static Homes of(Path elt, Path folder, String classPath) throws IOException {
        return new Homes(elt, BareHome.make(folder, elt, classPath, BarePipeline.class));
    }

    /** The command that runs a side's pipeline until it is told to stop. */
    List<String> command(Side side, Ports ports) {
        return switch (side) {
            case ELT -> elt(ports);
            case BARE ->
                List.of(
                        bare.resolve("bin/elt").toString(),
                        "run",
                        Integer.toString(ports.kafka()),
                        Integer.toString(ports.starrocks()),
                        Integer.toString(ports.starrocksHttp()),
                        Integer.toString(ports.flink()));
        };
    }

    private List<String> elt(Ports ports) {
        return List.of(
                elt.resolve("bin/elt").toString(),
                "run",
                "--port-kafka=" + ports.kafka(),
                "--port-starrocks=" + ports.starrocks(),
                "--port-starrocks-http=" + ports.starrocksHttp(),
                "--port-flink=" + ports.flink());
    }
}
