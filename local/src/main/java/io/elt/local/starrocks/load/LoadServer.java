package io.elt.local.starrocks.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.elt.local.PortInUseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** StarRocks' HTTP port. Every answer to a load is 200 with a JSON object, whose Status says how it went. */
public final class LoadServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LoadServer.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int EXPIRY_SECONDS = 10;
    private static final int STOP_SECONDS = 5;

    private final HttpServer server;
    private final LoadRequests requests;
    private final String authorization;
    private final ExecutorService workers;
    private final ScheduledExecutorService expiry;

    private LoadServer(HttpServer server, Loads loads, String password) {
        this.server = server;
        this.requests = new LoadRequests(loads);
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString(("root:" + password).getBytes(StandardCharsets.UTF_8));
        this.workers = Executors.newCachedThreadPool(work -> daemon(work, "starrocks-http"));
        this.expiry = Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "starrocks-expiry"));
        server.createContext("/", this::handle);
        server.setExecutor(workers);
        expiry.scheduleWithFixedDelay(() -> expire(loads), EXPIRY_SECONDS, EXPIRY_SECONDS, TimeUnit.SECONDS);
    }

    public static LoadServer start(String host, int port, Loads loads, String password) throws IOException {
        // The JDK's server waits for more to send otherwise, 40 ms per answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer http;
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), 200);
        } catch (BindException inUse) {
            throw new PortInUseException("StarRocks (HTTP)", port, inUse);
        }
        LoadServer server = new LoadServer(http, loads, password);
        http.start();
        return server;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private static void expire(Loads loads) {
        try {
            loads.expire();
        } catch (SQLException | RuntimeException failure) {
            LOG.warn("loads could not be expired", failure);
        }
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            if (!authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                drain(exchange);
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"\"");
                send(exchange, 401, Map.of("Status", "Fail", "Message", "Access denied"));
                return;
            }
            LoadRequests.Answer answer = requests.answer(exchange);
            drain(exchange);
            send(exchange, answer.code(), answer.body());
        } catch (IOException gone) {
            LOG.debug("a load's client left: {}", gone.getMessage());
        } catch (RuntimeException failure) {
            LOG.warn("{} failed", exchange.getRequestURI(), failure);
        }
    }

    /** Reads to the end, for the rest would be taken for the next request; skip() of this stream reads beyond it. */
    private static void drain(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
    }

    private static void send(HttpExchange exchange, int code, Map<String, Object> body) throws IOException {
        byte[] bytes = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        server.stop(0);
        expiry.shutdownNow();
        workers.shutdown();
        try {
            // A commit that has begun is finished rather than broken off.
            workers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        workers.shutdownNow();
    }
}
