package io.elt.cli.run;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Redactor;
import io.elt.project.Overrides;
import io.elt.unittest.TestFile;
import io.elt.unittest.TestFiles;
import io.elt.unittest.flink.EmbeddedRunner;
import io.elt.unittest.run.CaseResult;
import io.elt.unittest.run.CaseResult.Status;
import io.elt.unittest.run.TestRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Known bugs of streaming SQL, which pass as their cases are written and are caught when the input arrives otherwise, and
 * right files, of which none is accused. Each is a project of its own; all run on one cluster.
 */
class ZooIT {
    private static final Path ZOO = Path.of("src/test/resources/zoo");
    private static final long SEED = 20240501;

    /** The finding of each bug; and how few events show it. */
    private static final String CAUGHT =
            """
            last_value_by_arrival,   DEPENDS_ON_ORDER,      2
            late_data_dropped,       BATCH_DIFFERS,         3
            lost_retraction,         DEPENDS_ON_ORDER,      3
            memory_of_a_function,    DEPENDS_ON_RESTART,    2
            partial_update_delete,   BATCH_DIFFERS,         3
            processing_time_join,    DEPENDS_ON_ORDER,      2
            repeated_change_counted, DEPENDS_ON_REPETITION, 1
            state_expires_too_soon,  DEPENDS_ON_TIME,       2
            tie_by_arrival,          DEPENDS_ON_ORDER,      2
            two_writers_one_column,  DEPENDS_ON_ORDER,      2
            """;

    private static ScratchFolder scratch;
    private static EmbeddedRunner cluster;

    /** Of each animal, for several tests look at it. */
    private static final Map<Path, CaseResult> RESULTS = new HashMap<>();

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        scratch = ScratchFolder.create("elt-zoo-");
        cluster = EmbeddedRunner.start(
                variables -> {
                    throw new IllegalStateException("each animal has a project of its own");
                },
                1);
    }

    @AfterAll
    static void stop() {
        cluster.close();
        scratch.close();
    }

    @ParameterizedTest
    @CsvSource(textBlock = CAUGHT)
    void aBugPassesAsItIsWrittenAndIsCaught(String name, ErrorCode code, int events) {
        CaseResult result = result(ZOO.resolve("caught").resolve(name));

        assertThat(result.written()).as("as written it goes through").isPresent();
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.problems()).extracting(Diagnostic::code).containsExactly(code);
        assertThat(result.problems().get(0).span()).isPresent();
        assertThat(events(result.smallest().orElseThrow())).isLessThanOrEqualTo(events);
    }

    @ParameterizedTest
    @CsvSource({
        "last_value_by_arrival, DEPENDS_ON_ORDER",
        "late_data_dropped, BATCH_DIFFERS",
        "memory_of_a_function, DEPENDS_ON_RESTART",
        "repeated_change_counted, DEPENDS_ON_REPETITION",
        "state_expires_too_soon, DEPENDS_ON_TIME"
    })
    void theFindingPastedAsACaseIsFoundAgain(String name, ErrorCode code) throws IOException {
        Path animal = ZOO.resolve("caught").resolve(name);
        String smallest = result(animal).smallest().orElseThrow();

        CaseResult again = run(copy(animal, smallest));

        assertThat(again.problems()).extracting(Diagnostic::code).containsExactly(code);
        assertThat(again.smallest().orElseThrow().lines().skip(2))
                .as("it cannot be made smaller, and the name says so already")
                .isEqualTo(smallest.lines().skip(2).toList());
    }

    @ParameterizedTest
    @MethodSource("clean")
    void aRightFileIsNotAccused(String name) {
        CaseResult result = result(ZOO.resolve("clean").resolve(name));

        assertThat(result.problems()).isEmpty();
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.runs()).as("it was varied").isGreaterThan(2);
    }

    @ParameterizedTest
    @CsvSource({"join_of_versions, 1", "sessions_of_visits, 1", "tie_broken, 0"})
    void whatCannotBeABatchIsLeftOutAndSaid(String name, int leftOut) {
        CaseResult result = result(ZOO.resolve("clean").resolve(name));

        assertThat(result.leftOut()).hasSize(leftOut).allSatisfy(run -> {
            assertThat(run.run()).isEqualTo("as a batch");
            assertThat(run.reason()).isNotBlank();
        });
    }

    static Stream<String> clean() throws IOException {
        return names("clean");
    }

    @Test
    void everyBugOfTheZooIsLookedAt() throws IOException {
        List<String> looked =
                CAUGHT.lines().map(line -> line.split(",")[0].strip()).toList();

        assertThat(names("caught")).containsExactlyElementsOf(looked);
        assertThat(names("clean")).hasSizeGreaterThanOrEqualTo(10);
    }

    private static Stream<String> names(String kind) throws IOException {
        try (Stream<Path> animals = Files.list(ZOO.resolve(kind))) {
            return animals
                    .map(animal -> animal.getFileName().toString())
                    .sorted()
                    .collect(toCollection(java.util.ArrayList::new))
                    .stream();
        }
    }

    private static CaseResult result(Path animal) {
        return RESULTS.computeIfAbsent(animal, ZooIT::run);
    }

    private static CaseResult run(Path animal) {
        ProjectLoading loading = new ProjectLoading(Map.of(), new Redactor());
        LoadedProject loaded = loading.load(loading.read(animal.toAbsolutePath(), Overrides.none(), Ports.DEFAULT));
        TestFile file = TestFiles.read(loaded.project().root(), ZoneOffset.UTC).get(0);
        return TestRun.run(
                cluster.forProject(new RenderedProject(loading, loaded, scratch)),
                ZoneOffset.UTC,
                SEED,
                new TestRun.Selected(file, file.cases().get(0)));
    }

    private Path copy(Path animal, String test) throws IOException {
        try (Stream<Path> files = Files.walk(animal)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(animal.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        try (Stream<Path> tests = Files.list(folder.resolve("tests"))) {
            Files.writeString(tests.findFirst().orElseThrow(), test);
        }
        return folder;
    }

    /** How many rows a case gives. */
    private static int events(String yaml) {
        String given = yaml.substring(yaml.indexOf("  given:"), yaml.indexOf("  expect:"));
        return (int) given.lines().filter(line -> line.startsWith("      - ")).count();
    }
}
