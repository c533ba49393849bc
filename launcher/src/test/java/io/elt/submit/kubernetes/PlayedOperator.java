package io.elt.submit.kubernetes;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Does what the Flink operator does as far as others see it: it looks at each new generation, and writes the status. */
public final class PlayedOperator implements AutoCloseable {
    private final KubernetesClient client;
    private final Watch watch;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final List<Map<String, Object>> jobs = new CopyOnWriteArrayList<>();
    private volatile String complaint = "";
    private volatile String savepoint = "";
    private volatile String restoreMode = "savepoint";
    private volatile boolean idle;

    private PlayedOperator(KubernetesClient client) {
        this.client = client;
        this.watch = client.genericKubernetesResources(ApiServer.KIND)
                .inNamespace(ApiServer.NAMESPACE)
                .watch(new Watcher<>() {
                    @Override
                    public void eventReceived(Action action, GenericKubernetesResource resource) {
                        if (action != Action.DELETED && !thread.isShutdown()) {
                            thread.execute(() -> reconcile(resource));
                        }
                    }

                    @Override
                    public void onClose(WatcherException cause) {}
                });
    }

    public static PlayedOperator start(KubernetesClient client) {
        return new PlayedOperator(client);
    }

    /** From now on it refuses what it sees. */
    void refuse(String error) {
        complaint = error;
    }

    /** From now on it finds no job that it could take a savepoint of, and stops by the last checkpoint. */
    void findNoJob() {
        restoreMode = "last-state";
    }

    /** From now on it does nothing. */
    void sleep() {
        idle = true;
    }

    /** The last one that it took; it is in the folder that the deployment names. */
    String savepoint() {
        return savepoint;
    }

    /** What it was asked for as {@code spec.job}, in order. */
    public List<Map<String, Object>> jobs() {
        return jobs;
    }

    private void reconcile(GenericKubernetesResource seen) {
        Map<String, Object> before = seen.get("status");
        Object observed = before == null ? null : before.get("observedGeneration");
        long generation = seen.getMetadata().getGeneration();
        if (idle || observed instanceof Number known && known.longValue() >= generation) {
            return;
        }
        Map<String, Object> job = seen.get("spec", "job");
        Map<String, Object> status = new HashMap<>(before == null ? Map.of() : before);
        if (!complaint.isEmpty()) {
            if (complaint.equals(status.get("error"))) {
                return;
            }
            status.put("error", complaint);
        } else {
            jobs.add(job);
            status.remove("error");
            status.put("observedGeneration", generation);
            status.put(
                    "reconciliationStatus",
                    Map.of("lastReconciledSpec", "{\"spec\":{\"job\":{\"upgradeMode\":\"" + restoreMode + "\"}}}"));
            status.putAll(job.get("state").equals("suspended") ? suspended(seen, generation) : running(generation));
        }
        client.genericKubernetesResources(ApiServer.KIND)
                .inNamespace(ApiServer.NAMESPACE)
                .withName(seen.getMetadata().getName())
                .editStatus(live -> {
                    live.setAdditionalProperty("status", status);
                    return live;
                });
    }

    private Map<String, Object> suspended(GenericKubernetesResource seen, long generation) {
        if (restoreMode.equals("last-state")) {
            return Map.of("lifecycleState", "SUSPENDED");
        }
        String folder = seen.get("spec", "flinkConfiguration", "state.savepoints.dir");
        savepoint = folder + "/savepoint-" + generation;
        try {
            Path written = Path.of(URI.create(savepoint));
            Files.createDirectories(written);
            Files.writeString(written.resolve("_metadata"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "lifecycleState",
                "SUSPENDED",
                "jobStatus",
                Map.of("state", "FINISHED", "jobId", "0".repeat(32), "upgradeSavepointPath", savepoint));
    }

    private static Map<String, Object> running(long generation) {
        return Map.of(
                "lifecycleState",
                "STABLE",
                "jobStatus",
                Map.of("state", "RUNNING", "jobId", "%032d".formatted(generation)));
    }

    @Override
    public void close() {
        watch.close();
        // In Java 17 this is no AutoCloseable; what it is doing now it shall finish while the server is there.
        thread.shutdown();
        try {
            thread.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
