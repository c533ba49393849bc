package io.elt.cli.run;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.SourceSpan;
import io.elt.plan.Plan;
import io.elt.project.SourceFile;
import io.elt.selector.Selection;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The selected files, and what of all that is wrong is theirs. */
final class CheckScope {
    private final List<SourceFile> files;
    private final int jobs;
    private final Set<String> others = new HashSet<>();

    private CheckScope(List<SourceFile> files, int jobs, List<SourceFile> all) {
        this.files = files;
        this.jobs = jobs;
        all.forEach(file -> others.add(file.path()));
        files.forEach(file -> others.remove(file.path()));
    }

    static CheckScope of(LoadedProject loaded, Plan plan, Selection selection) {
        ListedGraph graph = ListedGraph.of(loaded, plan);
        List<SourceFile> files = graph.files(selection);
        long jobs = files.stream()
                .map(graph::job)
                .flatMap(Optional::stream)
                .distinct()
                .count();
        return new CheckScope(files, (int) jobs, loaded.project().files().tables());
    }

    List<SourceFile> files() {
        return files;
    }

    int jobs() {
        return jobs;
    }

    /**
     * Without those of files that are not selected. What belongs to no single file, such as a wrong catalog, is everybody's.
     */
    List<Diagnostic> problemsOf(List<Diagnostic> all) {
        return all.stream().filter(problem -> !isOfOthers(problem)).toList();
    }

    private boolean isOfOthers(Diagnostic problem) {
        // The outermost caller is the file that was rendered.
        Stream<SourceSpan> places = Stream.concat(problem.span().stream(), problem.frames().stream());
        return places.reduce((inner, outer) -> outer)
                .filter(file -> others.contains(file.file()))
                .isPresent();
    }
}
