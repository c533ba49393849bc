package io.elt.cli.doctor;

import io.elt.cli.run.EltFolder;
import io.elt.diagnostic.EltException;
import io.elt.serving.StarRocks;
import io.elt.submit.RootCause;
import org.apache.kafka.clients.admin.Admin;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Goes and looks whether an endpoint answers. Waits for seconds, not longer. */
final class Probe {
    private static final int PATIENCE = (int) TimeUnit.SECONDS.toMillis(4);
    private static final String REACH =
            "check that it runs, its address in elt.yaml, and the way there (VPN, firewall, proxy)";

    private Probe() {}

    static Finding of(String subject, Endpoint endpoint) {
        if (endpoint instanceof Endpoint.Kafka kafka) {
            return kafka(subject, kafka);
        }
        if (endpoint instanceof Endpoint.StarRocks starRocks) {
            return starRocks(subject, starRocks);
        }
        if (endpoint instanceof Endpoint.Folder folder) {
            return folder(subject, folder);
        }
        return endpoint instanceof Endpoint.Server
                ? server(subject, endpoint.address())
                : Finding.ok(subject, "not tried: only the jobs open it");
    }

    private static Finding server(String subject, String address) {
        int colon = address.lastIndexOf(':');
        String port = address.substring(colon + 1);
        if (colon < 0 || !port.matches("\\d{1,5}")) {
            return Finding.wrong(subject, address + " has no port", "write it as host:port");
        }
        InetSocketAddress place = new InetSocketAddress(address.substring(0, colon), Integer.parseInt(port));
        if (place.isUnresolved()) {
            return Finding.wrong(subject, "the host " + place.getHostString() + " is not known", REACH);
        }
        try (Socket socket = new Socket()) {
            socket.connect(place, PATIENCE);
            return Finding.ok(subject, "answers");
        } catch (IOException e) {
            return Finding.wrong(subject, "does not answer: " + e.getMessage(), REACH);
        }
    }

    private static Finding kafka(String subject, Endpoint.Kafka kafka) {
        List<Finding> servers = Stream.of(kafka.address().split(","))
                .map(server -> server(subject, server.strip()))
                .toList();
        // One that answers knows the others.
        if (servers.stream().noneMatch(server -> server.verdict() == Verdict.ok)) {
            return servers.get(0);
        }
        Properties properties = new Properties();
        properties.putAll(kafka.properties());
        properties.put("request.timeout.ms", String.valueOf(PATIENCE));
        properties.put("default.api.timeout.ms", String.valueOf(PATIENCE));
        try (Admin admin = Admin.create(properties)) {
            int brokers = admin.describeCluster()
                    .nodes()
                    .get(PATIENCE, TimeUnit.MILLISECONDS)
                    .size();
            admin.close(Duration.ZERO);
            return Finding.ok(subject, "answers, with " + brokers + (brokers == 1 ? " broker" : " brokers"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.wrong(subject, "interrupted", "");
        } catch (ExecutionException e) {
            return Finding.wrong(subject, "does not answer: " + RootCause.of(e.getCause()), REACH);
        } catch (TimeoutException e) {
            return Finding.wrong(subject, "does not answer within " + PATIENCE / 1000 + " s", REACH);
        } catch (RuntimeException e) {
            return Finding.wrong(
                    subject, "its properties make no client: " + RootCause.of(e), "correct them in elt.yaml");
        }
    }

    private static Finding starRocks(String subject, Endpoint.StarRocks endpoint) {
        Finding server =
                server(subject, TargetEndpoints.server(endpoint.address()).orElse(endpoint.address()));
        if (server.verdict() != Verdict.ok) {
            return server;
        }
        try (StarRocks starRocks = StarRocks.connect(endpoint.address(), endpoint.user(), endpoint.password())) {
            String version = String.valueOf(
                    starRocks.query("SELECT current_version()").rows().get(0).get(0));
            return Finding.ok(subject, "answers as " + version);
        } catch (EltException e) {
            var told = e.diagnostics().get(0);
            return Finding.wrong(subject, told.message(), told.hint().orElse(REACH));
        }
    }

    private static Finding folder(String subject, Endpoint.Folder folder) {
        Path path = Path.of(folder.address());
        if (folder.access() == Endpoint.Access.READ) {
            return Files.isReadable(path)
                    ? Finding.ok(subject, "can be read")
                    : Finding.wrong(subject, "is not there, or cannot be read", "correct its path in elt.yaml");
        }
        if (!Files.exists(path)) {
            return Finding.ok(subject, "is made by the first run");
        }
        try {
            EltFolder.writable(path);
            return Finding.ok(subject, "can be written");
        } catch (EltException e) {
            return Finding.wrong(subject, e.diagnostics().get(0).message(), "make it writable, or choose another");
        }
    }
}
