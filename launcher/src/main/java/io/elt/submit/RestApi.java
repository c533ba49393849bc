package io.elt.submit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Reads what Flink's REST API says. */
public final class RestApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Duration patience;
    private final HttpClient http;

    public RestApi() {
        this(PATIENCE);
    }

    /**
     * @param patience how long a cluster may take to answer
     */
    public RestApi(Duration patience) {
        this.patience = patience;
        this.http = HttpClient.newBuilder().connectTimeout(patience).build();
    }

    /**
     * Waits for a cluster that is just choosing its leader.
     *
     * @param path below the root, such as {@code /jobs/overview}
     * @throws ClusterUnreachableException if nobody answers, or does not know the path
     */
    public JsonNode get(URI root, String path) {
        try {
            return JSON.readTree(text(root, path));
        } catch (JsonProcessingException e) {
            throw new ClusterUnreachableException(root + path + " answered something else than Flink", e);
        }
    }

    /**
     * As {@link #get}, for what is not JSON.
     *
     * @throws ClusterUnreachableException if nobody answers, or does not know the path
     */
    public String text(URI root, String path) {
        URI address = URI.create(root + path);
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            HttpResponse<String> answer = ask(address);
            while (answer.statusCode() == UNAVAILABLE && System.nanoTime() < deadline) {
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
                answer = ask(address);
            }
            if (answer.statusCode() != OK) {
                throw new ClusterUnreachableException(
                        address + " answered " + answer.statusCode() + ": " + answer.body(), null);
            }
            return answer.body();
        } catch (IOException e) {
            throw new ClusterUnreachableException("the cluster at " + root + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterUnreachableException("interrupted while asking " + root, e);
        }
    }

    private HttpResponse<String> ask(URI address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address).timeout(patience).build(), BodyHandlers.ofString());
    }
}
