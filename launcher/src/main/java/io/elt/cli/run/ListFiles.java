package io.elt.cli.run;

import io.elt.cli.output.Rows;
import io.elt.plan.Job;
import io.elt.project.Overrides;
import io.elt.project.SourceFile;
import io.elt.selector.Selection;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** {@code elt ls}: the files of a project and how they hang together. */
public final class ListFiles {
    private static final List<String> COLUMNS =
            List.of("name", "layer", "path", "tags", "job", "reads", "writes", "inputs");

    private final ProjectLoading loading;

    public ListFiles(ProjectLoading loading) {
        this.loading = loading;
    }

    /**
     * In the order of the data. What a file reads and writes is what its job does.
     *
     * @throws io.elt.diagnostic.EltException with all problems of all files, or of the selection
     */
    public Rows list(Path folder, Overrides overrides, Selection selection) {
        LoadedProject loaded = loading.load(loading.read(folder, overrides, Ports.DEFAULT));
        ListedGraph graph = ListedGraph.of(loaded, Planning.plan(loaded));
        List<List<Object>> rows = new ArrayList<>();
        for (SourceFile file : graph.files(selection)) {
            rows.add(row(file, graph));
        }
        return new Rows(COLUMNS, rows);
    }

    private static List<Object> row(SourceFile file, ListedGraph graph) {
        Optional<Job> job = graph.job(file);
        return List.of(
                file.name(),
                file.layer().text(),
                file.path(),
                graph.tags(file),
                // A file that only defines tables makes no job.
                job.map(Job::name).orElse(""),
                texts(job.<Collection<?>>map(Job::reads).orElse(List.of())),
                texts(job.<Collection<?>>map(Job::writes).orElse(List.of())),
                texts(job.<Collection<?>>map(Job::inputs).orElse(List.of())));
    }

    private static List<String> texts(Collection<?> items) {
        return items.stream().map(String::valueOf).sorted().toList();
    }
}
