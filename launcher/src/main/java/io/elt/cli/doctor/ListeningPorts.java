package io.elt.cli.doctor;

import io.elt.cli.run.Ports;
import io.elt.local.Endpoints;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ports of the embedded stack: are they free, and if not, who has them. */
final class ListeningPorts {
    private record Server(String name, String flag) {}

    private ListeningPorts() {}

    /**
     * @param running the stack of this very project, if it runs
     */
    static List<Finding> findings(Ports ports, Optional<Endpoints> running) {
        Map<Server, Integer> wanted = new LinkedHashMap<>();
        wanted.put(new Server("Kafka", "--port-kafka"), ports.kafka());
        wanted.put(new Server("StarRocks", "--port-starrocks"), ports.starrocks());
        wanted.put(new Server("Stream Load", "--port-starrocks-http"), ports.starrocksHttp());
        wanted.put(new Server("Flink", "--port-flink"), ports.flink());
        return wanted.entrySet().stream()
                .map(each -> finding(each.getKey(), each.getValue(), running))
                .toList();
    }

    private static Finding finding(Server server, int port, Optional<Endpoints> running) {
        String subject = "port of " + server.name();
        if (port == 0) {
            return Finding.ok(subject, "any free one");
        }
        if (isFree(port)) {
            return Finding.ok(subject, port + " is free");
        }
        Optional<PortOwner> owner = PortOwner.of(port);
        if (running.isPresent()
                && owner.isPresent()
                && owner.get().process() == running.get().process()) {
            return Finding.ok(subject, port + " belongs to the elt that runs in this project");
        }
        String who = owner.map(each -> "process " + each.process() + ", " + each.command())
                .orElse("a process of somebody else");
        return Finding.wrong(
                subject,
                port + " is in use by " + who,
                "stop it, or choose another port with " + server.flag() + " (0 takes any free one)");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
