package io.elt.runner;

import org.apache.flink.core.execution.JobClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Bundles that are executed by a real Flink in this process. */
class RunnerTest {
    @TempDir
    private Path folder;

    private static JobBundle bundle(String... statements) {
        return new JobBundle(
                "two_tables",
                Map.of("execution.runtime-mode", "BATCH", "execution.target", "local", "parallelism.default", "1"),
                List.of(statements));
    }

    private String table(String name) {
        return "CREATE TABLE " + name
                + " (a INT, b STRING) WITH ('connector' = 'filesystem', 'format' = 'csv', 'path' = '"
                + folder.resolve(name).toUri() + "')";
    }

    private List<String> lines(String table) {
        try (Stream<Path> files = Files.walk(folder.resolve(table))) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> read(file).stream())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void finish(JobClient job) throws Exception {
        job.getJobExecutionResult().get(120, TimeUnit.SECONDS);
    }

    @Test
    void allInsertsAreOneJobWhereverTheyStand() throws Exception {
        finish(Runner.run(bundle(
                table("x"),
                "INSERT INTO x VALUES (1, 'one'), (2, 'two')",
                table("y"),
                "CREATE TEMPORARY VIEW v AS SELECT 3 AS a, 'three' AS b",
                "insert into y SELECT a, b FROM v")));

        assertThat(lines("x")).containsExactly("1,one", "2,two");
        assertThat(lines("y")).containsExactly("3,three");
    }

    @Test
    void aClusterGetsTheBundleAsAFile() throws Exception {
        Path file = folder.resolve("bundle.json");
        Files.writeString(
                file, bundle(table("x"), "INSERT INTO x VALUES (7, 'ž')").toJson());

        Runner.main(new String[] {file.toString()});

        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!Files.isDirectory(folder.resolve("x")) || !lines("x").contains("7,ž")) {
            assertThat(System.nanoTime()).as("the row arrives in time").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    @Test
    void theStatementThatFailsIsNamedByItsPlaceInTheBundle() {
        StatementException second = catchThrowableOfType(
                StatementException.class,
                () -> Runner.run(bundle(table("x"), "INSERT INTO x SELECT nothing FROM x", table("y"))));

        assertThat(second.statement()).isEqualTo(1);
        assertThat(second)
                .hasMessageStartingWith("statement 2 of the bundle failed")
                .hasMessageContaining("nothing");

        StatementException first = catchThrowableOfType(
                StatementException.class, () -> Runner.run(bundle("CREATE TABLE", "INSERT INTO x VALUES (1)")));
        assertThat(first.statement()).isZero();
    }

    @Test
    void whatFailsWhenAllIsPutTogetherIsTheLastInserts() {
        String unknownOption = "CREATE TABLE z (a INT) WITH ('connector' = 'blackhole', 'nonsense' = '1')";

        StatementException failed = catchThrowableOfType(
                StatementException.class,
                () -> Runner.run(bundle(unknownOption, "INSERT INTO z VALUES (1)", table("x"))));

        assertThat(failed.statement()).isEqualTo(1);
        assertThat(failed).hasStackTraceContaining("nonsense");
    }

    @Test
    void aBundleWithoutAnInsertIsNoJob() {
        assertThatThrownBy(() -> Runner.run(bundle(table("x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("job two_tables has no INSERT");
    }

    @Test
    void itTakesOneFile() {
        assertThatThrownBy(() -> Runner.main(new String[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BUNDLE.json");
    }
}
