package io.elt.runner;

import org.apache.flink.core.execution.JobClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
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
import static org.assertj.core.api.Assertions.catchThrowable;
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

    private void awaitLine(String table, String line) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!Files.isDirectory(folder.resolve(table)) || !lines(table).contains(line)) {
            assertThat(System.nanoTime()).as("the row arrives in time").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    private static JobClient run(JobBundle bundle) {
        return Runner.run(bundle, JobSecrets.none());
    }

    private static void finish(JobClient job) throws Exception {
        job.getJobExecutionResult().get(120, TimeUnit.SECONDS);
    }

    @Test
    void allInsertsAreOneJobWhereverTheyStand() throws Exception {
        finish(run(bundle(
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

        awaitLine("x", "7,ž");
    }

    @Test
    void eachStartHasATextOfItsOwn() throws Exception {
        JobBundle bundle = bundle(table("x"), "INSERT INTO x VALUES (1, 'elt_${elt.start}')");
        finish(run(bundle));
        finish(run(bundle));

        assertThat(lines("x")).hasSize(2).doesNotHaveDuplicates().allMatch(line -> line.matches("1,elt_[0-9a-f]{16}"));
    }

    @Test
    void secretsArePutWhereTheirPlaceholdersAre() throws Exception {
        JobBundle bundle = bundle(
                table("x"),
                "INSERT INTO x VALUES (1, 'a ${elt.secret:A} b ${elt.secret:B}'), (${elt.secret.text:NUMBER}, 'two')");

        finish(Runner.run(
                bundle, JobSecrets.of(Map.of("A", "it's ${elt.secret:B} $1 \\", "B", "\"b\"", "NUMBER", "2"))));

        assertThat(lines("x")).containsExactly("1,\"a it's ${elt.secret:B} $1 \\ b \"\"b\"\"\"", "2,two");
    }

    @Test
    void aSettingMayHoldASecret() throws Exception {
        JobBundle bundle = new JobBundle(
                "one_table",
                Map.of(
                        "execution.runtime-mode",
                        "${elt.secret:MODE}",
                        "execution.target",
                        "local",
                        "table.local-time-zone",
                        "Asia/${elt.secret:CITY}"),
                List.of(
                        table("x"),
                        "INSERT INTO x SELECT 1, CAST(TO_TIMESTAMP_LTZ(0, 3) AS STRING) FROM (VALUES (1)) AS t(a)"));

        finish(Runner.run(bundle, JobSecrets.of(Map.of("MODE", "BATCH", "CITY", "Tokyo"))));

        assertThat(lines("x")).containsExactly("1,\"1970-01-01 09:00:00.000\"");
    }

    @Test
    void aSecretThatNobodyGaveIsNamedBeforeAnythingIsExecuted() {
        JobBundle bundle = bundle(
                "CREATE TABLE", "INSERT INTO x VALUES ('${elt.secret:B}', '${elt.secret:C}', '${elt.secret:A}')");

        assertThatThrownBy(() -> Runner.run(bundle, JobSecrets.of(Map.of("C", "c"))))
                .isInstanceOf(UnresolvedSecretException.class)
                .hasMessage("job two_tables needs secrets that are not given: set ELT_SECRET_A, ELT_SECRET_B in its"
                        + " environment, or add A, B to the file that ELT_SECRETS_FILE names");
    }

    @Test
    void inAClusterSecretsComeFromAFileAndFromTheEnvironment() throws Exception {
        Path file = Files.writeString(
                folder.resolve("bundle.json"),
                bundle(table("x"), "INSERT INTO x VALUES (1, '${elt.secret:A} ${elt.secret:B}')")
                        .toJson());
        Path secrets = Files.writeString(
                folder.resolve("secrets.json"),
                JobSecrets.of(Map.of("A", "of the file", "B", "hidden")).toJson());

        Runner.run(
                file.toUri().toString(),
                Map.of("ELT_SECRETS_FILE", secrets.toString(), "ELT_SECRET_B", "of the environment"));

        awaitLine("x", "1,\"of the file of the environment\"");
    }

    @Test
    void aFailureInAClusterDoesNotRepeatSecrets() throws Exception {
        Path file = Files.writeString(
                folder.resolve("bundle.json"),
                bundle(
                                "CREATE TABLE z (a INT) WITH ('connector' = 'blackhole', 'nonsense' = '${elt.secret:A}')",
                                "INSERT INTO z VALUES (1)")
                        .toJson());

        Path left = folder.resolve("failure");

        Throwable failed = catchThrowable(() -> Runner.run(
                file.toString(), Map.of("ELT_SECRET_A", "it's-a-planted-one", "ELT_FAILURE_FILE", left.toString())));

        assertThat(failed)
                .hasStackTraceContaining("statement 2 of the bundle failed")
                .hasStackTraceContaining("'nonsense'='******'")
                .hasStackTraceContaining("org.apache.flink.table.api.ValidationException")
                .hasStackTraceContaining("FactoryUtil");
        StringWriter trace = new StringWriter();
        failed.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain("planted");
        assertThat(left).hasContent(trace.toString());
    }

    @Test
    void theStatementThatFailsIsNamedByItsPlaceInTheBundle() {
        StatementException second = catchThrowableOfType(
                StatementException.class,
                () -> run(bundle(table("x"), "INSERT INTO x SELECT nothing FROM x", table("y"))));

        assertThat(second.statement()).isEqualTo(1);
        assertThat(second)
                .hasMessageStartingWith("statement 2 of the bundle failed")
                .hasMessageContaining("nothing");

        StatementException first = catchThrowableOfType(
                StatementException.class, () -> run(bundle("CREATE TABLE", "INSERT INTO x VALUES (1)")));
        assertThat(first.statement()).isZero();
    }

    @Test
    void whatFailsWhenAllIsPutTogetherIsTheLastInserts() {
        String unknownOption = "CREATE TABLE z (a INT) WITH ('connector' = 'blackhole', 'nonsense' = '1')";

        StatementException failed = catchThrowableOfType(
                StatementException.class, () -> run(bundle(unknownOption, "INSERT INTO z VALUES (1)", table("x"))));

        assertThat(failed.statement()).isEqualTo(1);
        assertThat(failed).hasStackTraceContaining("nonsense");
    }

    @Test
    void aBundleWithoutAnInsertIsNoJob() {
        assertThatThrownBy(() -> run(bundle(table("x"))))
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
