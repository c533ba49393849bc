package io.elt.cli.run;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.Problems;
import io.elt.plan.Checked;
import io.elt.project.Overrides;
import io.elt.project.Project;
import io.elt.rules.CheckedProject;
import io.elt.rules.RuleBook;
import io.elt.selector.Selection;

import java.nio.file.Path;
import java.util.List;

/** {@code elt check}: everything that can be known to be wrong before a job runs. */
public final class CheckProject {
    private final ProjectLoading loading;

    public CheckProject(ProjectLoading loading) {
        this.loading = loading;
    }

    /**
     * What was found.
     *
     * @param files how many were selected
     * @param jobs how many jobs these files make
     * @param problems by file and position, each once
     */
    public record Report(int files, int jobs, List<Diagnostic> problems) {}

    /**
     * @throws io.elt.diagnostic.EltException if a selector is wrong, or so much that no file could be looked at
     */
    public Report check(Path folder, Overrides overrides, Selection selection) {
        Project project = loading.read(folder, overrides, Ports.DEFAULT);
        Problems problems = new Problems();
        try {
            LoadedProject loaded = loading.loadReadable(project, problems);
            Checked checked = Planning.check(loaded);
            problems.addAll(checked.problems());
            problems.addAll(RuleBook.check(checkedProject(loaded, checked, problems), loading.redactor()));
            CheckScope scope = CheckScope.of(loaded, checked.plan(), selection);
            return new Report(
                    scope.files().size(), scope.jobs(), CheckRepeats.merge(scope.problemsOf(problems.found())));
        } catch (EltException e) {
            throw new EltException(CheckRepeats.merge(e.diagnostics()), e);
        }
    }

    private static CheckedProject checkedProject(LoadedProject loaded, Checked checked, Problems problems) {
        return new CheckedProject(
                loaded.project(),
                loaded.tables(),
                loaded.text(),
                loaded.serving(),
                loaded.flinkSettings(),
                checked.plan(),
                checked.operators(),
                problems.found());
    }
}
