package io.elt.bench.warehouse;

import io.elt.cli.run.CheckProject;
import io.elt.cli.run.ProjectLoading;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.Redactor;
import io.elt.diagnostic.Severity;
import io.elt.project.Overrides;
import io.elt.selector.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** What is generated is what elt takes: a benchmark of a project that is refused would measure something else. */
class WarehouseCheckIT {
    private static final int JOBS = 50;

    @TempDir
    private Path folder;

    private CheckProject.Report check(Warehouse warehouse) throws IOException {
        warehouse.writeAnew(folder);
        return new CheckProject(new ProjectLoading(Map.of(), new Redactor()))
                .check(folder, Overrides.none(), new Selection(List.of(), List.of()));
    }

    private static List<Diagnostic> errors(CheckProject.Report report) {
        return report.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
    }

    @Test
    void hasNoErrors() throws IOException {
        CheckProject.Report report = check(Warehouse.generate(new WarehouseSize(JOBS, 5, 0)));

        assertThat(errors(report)).isEmpty();
        assertThat(report.jobs()).isEqualTo(JOBS);
    }

    @Test
    void eachPlantedProblemIsFoundInItsFile() throws IOException {
        Map<String, String> sound =
                Warehouse.generate(new WarehouseSize(JOBS, 5, 0)).files();
        Warehouse broken = Warehouse.generate(new WarehouseSize(JOBS, 5, 10));
        List<String> planted = broken.files().keySet().stream()
                .filter(path -> !broken.files().get(path).equals(sound.get(path)))
                .toList();

        List<Diagnostic> errors = errors(check(broken));

        assertThat(errors.stream()
                        .map(error -> error.span().orElseThrow().file())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(planted);
    }
}
