package io.elt.unittest.flink;

import org.apache.flink.configuration.Configuration;

import java.util.HashMap;
import java.util.Map;

/** Flink's settings of a run: what the project sets for its SQL, but not what it sets for its cluster. */
final class JobSettings {
    private static final String MINI_BATCH = "table.exec.mini-batch.";

    private JobSettings() {}

    static Configuration of(Map<String, String> project) {
        Map<String, String> settings = new HashMap<>(Map.of(
                // As a real run has it: Paimon merges by key itself.
                "table.exec.sink.upsert-materialize", "NONE"));
        project.forEach((key, value) -> {
            if (isForTests(key)) {
                settings.put(key, value);
            }
        });
        settings.putAll(Map.of(
                "parallelism.default",
                "1",
                // Checkpoints are taken when a schedule says so, and a job that ends waits for none.
                "execution.checkpointing.interval",
                "365 d",
                "execution.checkpointing.checkpoints-after-tasks-finish",
                "false",
                "execution.checkpointing.storage",
                "jobmanager",
                "state.backend.type",
                ClockedState.Factory.class.getName(),
                // Watermarks are generated at each row, not every so many milliseconds.
                "pipeline.auto-watermark-interval",
                "0 ms",
                "restart-strategy.type",
                "none",
                "execution.buffer-timeout.interval",
                "0 ms",
                // The rows of a case fit everywhere: a batch need not put them down between its stages.
                "execution.batch-shuffle-mode",
                "ALL_EXCHANGES_PIPELINED",
                "execution.batch.adaptive.auto-parallelism.enabled",
                "false"));
        return Configuration.fromMap(settings);
    }

    /** Whether a setting decides what the SQL means. Mini-batches only decide how soon a change is passed on. */
    static boolean isForTests(String key) {
        return key.startsWith("table.") && !key.startsWith(MINI_BATCH);
    }
}
