package io.elt.cli.run;

import io.elt.cli.output.Rows;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.project.Overrides;
import io.elt.project.Project;
import io.elt.project.SourceFile;
import io.elt.selector.Globs;
import io.elt.selector.Selection;
import io.elt.unittest.TestCase;
import io.elt.unittest.TestFile;
import io.elt.unittest.TestFiles;
import io.elt.unittest.run.CaseResult;
import io.elt.unittest.run.TestRun;
import io.elt.unittest.run.TestUpdate;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** {@code elt test}: the cases of a project. */
public final class RunTests {
    private static final List<String> COLUMNS = List.of("file", "case", "result", "runs", "seconds");

    private final ProjectLoading loading;

    public RunTests(ProjectLoading loading) {
        this.loading = loading;
    }

    /**
     * @param names globs, of which one must match the case's name; none for all
     */
    public record Request(
            Path folder,
            Overrides overrides,
            Selection selection,
            List<String> names,
            long seed,
            TestRun.WhenFailed whenFailed,
            WhenDifferent whenDifferent) {}

    /** What happens to an expectation that is not met. */
    public enum WhenDifferent {
        TELL,
        UPDATE
    }

    /**
     * @param updated what was rewritten, if that was asked for
     */
    public record Report(List<CaseResult> results, Optional<TestUpdate.Updated> updated) {
        /** One row for each case. */
        public Rows rows() {
            return new Rows(COLUMNS, results.stream().map(Report::row).toList());
        }

        public long count(CaseResult.Status status) {
            return results.stream().filter(result -> result.status() == status).count();
        }

        private static List<Object> row(CaseResult result) {
            return List.of(
                    result.file().path(),
                    result.test().name(),
                    result.status().name().toLowerCase(Locale.ROOT),
                    result.runs(),
                    java.math.BigDecimal.valueOf(result.time().toMillis(), 3));
        }
    }

    /**
     * @throws io.elt.diagnostic.EltException if the project or a file of cases cannot be read, or nothing is selected
     */
    public Report run(Request request, TestRun.Listener listener, BooleanSupplier stopped) {
        Project project = loading.read(request.folder(), request.overrides(), Ports.DEFAULT);
        LoadedProject loaded = loading.load(project);
        ZoneId zone = TimeZones.of(loaded.flinkSettings());
        List<TestRun.Selected> cases = select(TestFiles.read(project.root(), zone), loaded, request);
        try (ScratchFolder scratch = ScratchFolder.create("elt-test-")) {
            List<CaseResult> results = new TestRun(
                            new RenderedProject(loading, loaded, scratch), zone, request.seed(), request.whenFailed())
                    .run(cases, listener, stopped);
            Optional<TestUpdate.Updated> updated = request.whenDifferent() == WhenDifferent.UPDATE
                    ? Optional.of(TestUpdate.update(project.root(), results, zone))
                    : Optional.empty();
            return new Report(results, updated);
        }
    }

    private static List<TestRun.Selected> select(List<TestFile> files, LoadedProject loaded, Request request) {
        Optional<Set<String>> tested = request.selection().isEverything()
                ? Optional.empty()
                : Optional.of(
                        names(ListedGraph.of(loaded, Planning.plan(loaded)).files(request.selection())));
        List<TestRun.Selected> selected = new ArrayList<>();
        for (TestFile file : files) {
            for (TestCase test : file.cases()) {
                if (isNamed(test, request.names()) && (tested.isEmpty() || tests(test, tested.get()))) {
                    selected.add(new TestRun.Selected(file, test));
                }
            }
        }
        if (selected.isEmpty()) {
            throw nothing(files).toException();
        }
        return selected;
    }

    private static Diagnostic nothing(List<TestFile> files) {
        boolean none = files.stream().allMatch(file -> file.cases().isEmpty());
        return none
                ? Diagnostic.error(ErrorCode.TESTS_MISSING, "there is no case in " + TestFiles.FOLDER + "/")
                        .withHint("write one into " + TestFiles.FOLDER + "/<file>.yaml; docs/testing.md tells how")
                : Diagnostic.error(ErrorCode.TESTS_MISSING, "no case is selected")
                        .withHint("selectors pick cases by the files that they test, --case by their names");
    }

    private static boolean isNamed(TestCase test, List<String> globs) {
        return globs.isEmpty() || globs.stream().anyMatch(glob -> Globs.matches(glob, test.name()));
    }

    private static boolean tests(TestCase test, Set<String> names) {
        return test.files().stream().anyMatch(file -> names.contains(file.text()));
    }

    /** By name and by path, as a case may call them. */
    private static Set<String> names(List<SourceFile> files) {
        Set<String> names = files.stream().map(SourceFile::name).collect(Collectors.toSet());
        files.forEach(file -> names.add(file.path()));
        return names;
    }
}
