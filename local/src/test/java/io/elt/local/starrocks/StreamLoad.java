package io.elt.local.starrocks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** A plain HTTP client of Stream Load. */
final class StreamLoad {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> AS_JSON = Map.of("format", "json", "strip_outer_array", "true");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final String password;

    StreamLoad(int port) {
        this(port, "");
    }

    StreamLoad(int port, String password) {
        this.address = "http://127.0.0.1:" + port;
        this.password = password;
    }

    HttpResponse<String> send(String method, String path, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(("root:" + password).getBytes(StandardCharsets.UTF_8)));
        headers.forEach(request::header);
        if (!body.isEmpty()) {
            request.expectContinue(true);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode json(String method, String path, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        return JSON.readTree(send(method, path, headers, body).body());
    }

    /** A step of a transaction: begin, prepare, commit or rollback. */
    String step(String step, String label, String table) throws IOException, InterruptedException {
        return reply(step, label, table).get("Status").asText();
    }

    JsonNode reply(String step, String label, String table) throws IOException, InterruptedException {
        return json("POST", "/api/transaction/" + step, Map.of("label", label, "db", "ads", "table", table), "");
    }

    JsonNode load(String label, String table, String body) throws IOException, InterruptedException {
        return json(
                "PUT",
                "/api/transaction/load",
                Map.of("label", label, "db", "ads", "table", table, "format", "json", "strip_outer_array", "true"),
                body);
    }

    /** A load without a transaction. */
    JsonNode once(String table, String body) throws IOException, InterruptedException {
        return once(table, AS_JSON, body);
    }

    JsonNode once(String table, Map<String, String> headers, String body) throws IOException, InterruptedException {
        return json("PUT", "/api/ads/" + table + "/_stream_load", headers, body);
    }

    String state(String label) throws IOException, InterruptedException {
        return json("GET", "/api/ads/get_load_state?label=" + label, Map.of(), "")
                .get("state")
                .asText();
    }
}
