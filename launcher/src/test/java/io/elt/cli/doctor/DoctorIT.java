package io.elt.cli.doctor;

import io.elt.cli.Called;
import io.elt.local.EmbeddedStack;
import io.elt.local.StackConfig;
import io.elt.submit.local.EmbeddedCluster;
import io.elt.submit.local.EmbeddedClusterConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** A target whose Kafka, StarRocks and Flink are there. */
class DoctorIT {
    @TempDir
    private static Path folder;

    private static EmbeddedStack stack;
    private static EmbeddedCluster flink;

    @BeforeAll
    static void start() throws IOException {
        stack = EmbeddedStack.start(new StackConfig(folder.resolve("stack"), "127.0.0.1", 0, 0, 0));
        flink = EmbeddedCluster.start(new EmbeddedClusterConfig("shop", "127.0.0.1", 0, 3, Map.of()));
        Files.createDirectories(folder.resolve("lake"));
        Files.createDirectories(folder.resolve("catalogs"));
        Files.writeString(
                folder.resolve("catalogs/lake.sql"),
                """
                CREATE CATALOG lake WITH ('type' = 'paimon', 'warehouse' = 'file://%s');
                """
                        .formatted(folder.resolve("lake")));
        Files.writeString(
                folder.resolve("catalogs/starrocks.sql"),
                """
                CREATE CATALOG starrocks WITH ('type' = 'starrocks', 'jdbc-url' = 'jdbc:mysql://%s',
                    'http-url' = '%s', 'username' = 'root', 'password' = '{{ env_var('STARROCKS_PASSWORD') }}');
                """
                        .formatted(
                                stack.endpoints().starRocks(), stack.endpoints().starRocksHttp()));
        Files.writeString(
                folder.resolve("elt.yaml"),
                """
                name: shop
                sources:
                  order:
                    connector: kafka
                    topic: order
                    properties.bootstrap.servers: "nowhere.invalid:9092,%s"
                targets:
                  near: {run-on: session, session: {address: "%s"}}
                """
                        .formatted(stack.endpoints().kafka(), flink.rest()));
    }

    @AfterAll
    static void stop() throws IOException {
        flink.close();
        stack.close();
    }

    private static Called doctor(String password) {
        return Called.with(
                Map.of("STARROCKS_PASSWORD", password, "ELT_DIRECTORY", folder.toString()), "doctor", "-t", "near");
    }

    @Test
    void whatIsThereAnswers() {
        Called called = doctor("");

        assertThat(called.exitCode()).as(called.out()).isZero();
        assertThat(called.out())
                .contains("Kafka nowhere.invalid:9092," + stack.endpoints().kafka() + ": answers, with 1 broker\n")
                .contains("StarRocks jdbc:mysql://" + stack.endpoints().starRocks() + ": answers as ")
                .contains("Stream Load " + stack.endpoints().starRocksHttp() + ": answers\n")
                .contains("Flink " + flink.rest() + ": answers as Flink 1.20.1, with 3 free slots of 3\n")
                .contains("catalog lake " + folder.resolve("lake") + ": can be written\n");
    }

    @Test
    void aWrongPasswordIsFoundAndNotPrinted() {
        Called called = doctor("correct-horse");

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.out())
                .contains("wrong    target near: StarRocks ", "Access denied")
                .doesNotContain("correct-horse");
    }
}
