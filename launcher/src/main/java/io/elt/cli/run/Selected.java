package io.elt.cli.run;

import io.elt.plan.Job;
import io.elt.plan.Plan;
import io.elt.render.RenderedSql;
import io.elt.selector.SelectableGraph;
import io.elt.selector.Selection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a selection picks of a plan: selectors name files, a run needs jobs. */
public final class Selected {
    private final List<RenderedSql> files;
    private final Map<String, Job> jobOfFile;

    private Selected(List<RenderedSql> files, Map<String, Job> jobOfFile) {
        this.files = files;
        this.jobOfFile = jobOfFile;
    }

    /**
     * @throws io.elt.diagnostic.EltException if a selector is wrong or picks nothing
     */
    public static Selected of(LoadedProject loaded, Plan plan, Selection selection) {
        Map<String, Job> jobOfFile = new HashMap<>();
        plan.jobs().forEach(job -> job.files().forEach(file -> jobOfFile.put(file, job)));
        Map<String, RenderedSql> byName = loaded.tables().stream()
                .collect(Collectors.toMap(file -> file.file().name(), file -> file));
        List<RenderedSql> files = selection.in(graph(loaded, plan, jobOfFile)).stream()
                .map(byName::get)
                .toList();
        return new Selected(files, jobOfFile);
    }

    /** In the order of the data. */
    public List<RenderedSql> files() {
        return files;
    }

    /** The jobs of these files. A job of several files is picked by any of them. */
    public Set<Job> jobs() {
        return files.stream()
                .map(file -> jobOfFile.get(file.file().path()))
                .filter(job -> job != null)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static SelectableGraph graph(LoadedProject loaded, Plan plan, Map<String, Job> jobOfFile) {
        List<SelectableGraph.Node> nodes = new ArrayList<>();
        Map<String, List<String>> upstream = new HashMap<>();
        for (RenderedSql file : loaded.tables()) {
            Job job = jobOfFile.get(file.file().path());
            Set<String> tables = job == null
                    ? Set.of()
                    : job.writes().stream()
                            .flatMap(table -> Stream.of(table.toString(), table.database() + "." + table.table()))
                            .collect(Collectors.toSet());
            String name = file.file().name();
            nodes.add(new SelectableGraph.Node(
                    name,
                    file.file().path(),
                    file.file().layer().text(),
                    Set.copyOf(file.config().tags()),
                    tables));
            if (job != null) {
                upstream.put(name, upstreamFiles(loaded, plan, job));
            }
        }
        return new SelectableGraph(nodes, upstream);
    }

    private static List<String> upstreamFiles(LoadedProject loaded, Plan plan, Job job) {
        Set<String> paths = plan.upstream(job).stream()
                .flatMap(before -> before.files().stream())
                .collect(Collectors.toSet());
        return loaded.tables().stream()
                .map(RenderedSql::file)
                .filter(file -> paths.contains(file.path()))
                .map(file -> file.name())
                .toList();
    }
}
