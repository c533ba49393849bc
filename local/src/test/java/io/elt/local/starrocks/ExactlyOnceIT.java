package io.elt.local.starrocks;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.table.functions.ScalarFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

/** A running job fails, then the server dies: the table has each row once. It keeps duplicates, so doubles would show. */
final class ExactlyOnceIT {
    private static final int ROWS = 12_000;

    @TempDir
    private Path directory;

    private int queryPort;
    private int httpPort;

    /** Fails the job once, in the middle. */
    public static final class FailOnce extends ScalarFunction {
        private static final long serialVersionUID = 1L;
        private static final AtomicInteger FAILURES = new AtomicInteger();

        public Long eval(Long id) {
            if (id == ROWS / 4 && FAILURES.getAndIncrement() == 0) {
                throw new IllegalStateException("a failure of the job");
            }
            return id;
        }
    }

    @Test
    void everyRowOnceThoughTheJobAndTheServerFail() throws Exception {
        queryPort = freePort();
        httpPort = freePort();
        StarRocksServer server = start();
        try (var connection = Server.connect(queryPort, "")) {
            connection.createStatement().execute("CREATE DATABASE ads");
            connection
                    .createStatement()
                    .execute("CREATE TABLE ads.log (id BIGINT NOT NULL, amount DECIMAL(18, 2)) DUPLICATE KEY (id)");
        }
        TableResult job = submit();
        awaitRows(ROWS / 2);
        server.close();
        server = start();
        job.await();
        try (Server client = Server.attach(server)) {
            assertThat(FailOnce.FAILURES.get()).isGreaterThan(1);
            assertThat(client.value("SELECT COUNT(*), COUNT(DISTINCT id), MIN(id), MAX(id), SUM(amount) FROM ads.log"))
                    .isEqualTo(ROWS + "|" + ROWS + "|1|" + ROWS + "|" + ROWS / 2 + ".00");
        }
    }

    private StarRocksServer start() throws Exception {
        return StarRocksServer.start(new StarRocksConfig(directory, "127.0.0.1", queryPort, httpPort, ""));
    }

    private TableResult submit() {
        Configuration configuration = new Configuration();
        configuration.setString("execution.checkpointing.interval", "300ms");
        configuration.setString("parallelism.default", "2");
        configuration.setString("restart-strategy.type", "fixed-delay");
        configuration.setString("restart-strategy.fixed-delay.attempts", "20");
        configuration.setString("restart-strategy.fixed-delay.delay", "500ms");
        TableEnvironment flink = TableEnvironment.create(EnvironmentSettings.newInstance()
                .inStreamingMode()
                .withConfiguration(configuration)
                .build());
        flink.executeSql("CREATE TEMPORARY TABLE numbers (id BIGINT) WITH ('connector'='datagen',"
                + " 'fields.id.kind'='sequence', 'fields.id.start'='1', 'fields.id.end'='" + ROWS
                + "', 'rows-per-second'='2000')");
        flink.createTemporarySystemFunction("fail_once", FailOnce.class);
        flink.executeSql(
                "CREATE CATALOG starrocks WITH ('type'='starrocks', 'default-database'='ads', 'username'='root',"
                        + " 'password'='', 'jdbc-url'='jdbc:mysql://127.0.0.1:" + queryPort
                        + "', 'http-url'='127.0.0.1:"
                        + httpPort + "', 'sink.semantic'='exactly-once', 'sink.label-prefix'='numbers',"
                        + " 'sink.properties.format'='json', 'sink.properties.strip_outer_array'='true')");
        return flink.executeSql("INSERT INTO starrocks.ads.log SELECT fail_once(id), 0.5 FROM numbers");
    }

    private void awaitRows(int rows) throws Exception {
        Deadline.seconds(60).until("half of the rows are visible", () -> {
            try (var connection = Server.connect(queryPort, "");
                    var result = connection.createStatement().executeQuery("SELECT COUNT(*) FROM ads.log")) {
                result.next();
                return result.getInt(1) >= rows;
            }
        });
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
