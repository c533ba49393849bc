package io.elt.local.starrocks;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** kill -9 in the middle of loads: what was answered is there, whole; what was not is there whole or not at all. */
final class KilledServerIT {
    private static final int ROWS = 5_000;
    private static final int WRITERS = 3;

    @TempDir
    private Path directory;

    private final Map<String, String> answered = new ConcurrentHashMap<>();
    private final CountDownLatch enough = new CountDownLatch(8);

    @RepeatedTest(3)
    void committedLoadsSurviveWholeAndPreparedOnesCanBeCommitted() throws Exception {
        ServerProcess process = ServerProcess.start(directory);
        try (Connection connection = Server.connect(process.queryPort(), "")) {
            connection.createStatement().execute("CREATE DATABASE ads");
            connection
                    .createStatement()
                    .execute("CREATE TABLE ads.log (label VARCHAR(20) NOT NULL, n INT) DUPLICATE KEY (label)");
            connection
                    .createStatement()
                    .execute("CREATE TABLE ads.pk (n INT NOT NULL, label VARCHAR(20)) PRIMARY KEY (n)");
        }
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            writers.add(new Thread(() -> write(process.httpPort(), writer)));
        }
        writers.forEach(Thread::start);
        enough.await();
        process.kill();
        for (Thread writer : writers) {
            writer.join();
        }
        verify();
    }

    private void write(int port, int writer) {
        StreamLoad loads = new StreamLoad(port);
        String table = writer == 0 ? "pk" : "log";
        try {
            for (int n = 0; ; n++) {
                String label = table + "-" + writer + "-" + n;
                loads.step("begin", label, table);
                loads.load(label, table, body(label));
                if (loads.step("prepare", label, table).equals("OK")) {
                    answered.put(label, "PREPARED");
                }
                // Every third waits for a commit that never comes.
                if (n % 3 != 2 && loads.step("commit", label, table).equals("OK")) {
                    answered.put(label, "VISIBLE");
                    enough.countDown();
                }
            }
        } catch (IOException killed) {
            assertThat(answered).isNotEmpty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String body(String label) {
        return IntStream.range(0, ROWS)
                .mapToObj(n -> "{\"label\":\"" + label + "\",\"n\":" + n + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private void verify() throws Exception {
        try (Server server = Server.start(directory)) {
            StreamLoad loads = new StreamLoad(server.httpPort());
            for (Map.Entry<String, String> load : answered.entrySet()) {
                String state = loads.state(load.getKey());
                if (load.getValue().equals("VISIBLE")) {
                    assertThat(state).as(load.getKey()).isEqualTo("VISIBLE");
                } else {
                    assertThat(state).as(load.getKey()).isIn("PREPARED", "VISIBLE");
                }
                String table = load.getKey().startsWith("pk") ? "pk" : "log";
                assertThat(loads.step("commit", load.getKey(), table)).isEqualTo("OK");
                assertThat(loads.step("commit", load.getKey(), table)).isEqualTo("OK");
            }
            List<String> logged = answered.keySet().stream()
                    .filter(label -> label.startsWith("log"))
                    .sorted()
                    .map(label -> label + "|" + ROWS + "|" + ROWS)
                    .toList();
            assertThat(server.rows(
                            "SELECT label, COUNT(*), COUNT(DISTINCT n) FROM ads.log GROUP BY label ORDER BY label"))
                    .containsExactlyElementsOf(logged);
            assertThat(server.value("SELECT COUNT(*), COUNT(DISTINCT n), COUNT(DISTINCT label) FROM ads.pk"))
                    .isEqualTo(ROWS + "|" + ROWS + "|1");
        }
    }
}
