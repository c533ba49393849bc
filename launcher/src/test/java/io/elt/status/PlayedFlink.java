package io.elt.status;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/** A REST API that answers what it is told to, one answer after the other, and the last one for ever. */
final class PlayedFlink implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Deque<String>> answers = new ConcurrentHashMap<>();

    private PlayedFlink(HttpServer server) {
        this.server = server;
    }

    static PlayedFlink start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        PlayedFlink flink = new PlayedFlink(server);
        server.createContext("/", flink::answer);
        server.start();
        return flink;
    }

    PlayedFlink says(String path, String... texts) {
        answers.put(path, new ConcurrentLinkedDeque<>(List.of(texts)));
        return this;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        Deque<String> left = answers.getOrDefault(exchange.getRequestURI().toString(), new ArrayDeque<>());
        String text = left.size() > 1 ? left.poll() : left.peek();
        byte[] body = (text == null ? "{\"errors\":[\"Not found\"]}" : text).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(text == null ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
