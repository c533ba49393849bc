package io.elt.cli.run;

import io.elt.plan.Job;
import io.elt.plan.Plan;
import io.elt.project.SourceFile;
import io.elt.render.FileConfig;
import io.elt.render.RenderedSql;
import io.elt.selector.SelectableGraph;
import io.elt.selector.Selection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The files below {@code sql/} as a selection sees them: all of them, also those that could not be rendered or that make no
 * job.
 */
final class ListedGraph {
    private final LoadedProject loaded;
    private final Plan plan;
    private final Map<String, Job> jobOfFile = new HashMap<>();
    private final Map<String, RenderedSql> rendered = new HashMap<>();
    private final Map<String, SourceFile> byName = new HashMap<>();

    private ListedGraph(LoadedProject loaded, Plan plan) {
        this.loaded = loaded;
        this.plan = plan;
        plan.jobs().forEach(job -> job.files().forEach(file -> jobOfFile.put(file, job)));
        loaded.tables().forEach(file -> rendered.put(file.file().path(), file));
        loaded.project().files().tables().forEach(file -> byName.put(file.name(), file));
    }

    static ListedGraph of(LoadedProject loaded, Plan plan) {
        return new ListedGraph(loaded, plan);
    }

    /**
     * In the order of the data.
     *
     * @throws io.elt.diagnostic.EltException if a selector is wrong or picks nothing
     */
    List<SourceFile> files(Selection selection) {
        List<SelectableGraph.Node> nodes = new ArrayList<>();
        Map<String, List<String>> upstream = new HashMap<>();
        for (SourceFile file : byName.values()) {
            nodes.add(node(file));
            job(file).ifPresent(job -> upstream.put(file.name(), upstreamFiles(job)));
        }
        return selection.in(new SelectableGraph(nodes, upstream)).stream()
                .map(byName::get)
                .toList();
    }

    /**
     * The jobs of these files. A job of several files is picked by any of them; a file that only defines tables has none.
     *
     * @throws io.elt.diagnostic.EltException if a selector is wrong or picks nothing
     */
    Set<Job> jobs(Selection selection) {
        return files(selection).stream()
                .map(this::job)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Optional<Job> job(SourceFile file) {
        return Optional.ofNullable(jobOfFile.get(file.path()));
    }

    List<String> tags(SourceFile file) {
        RenderedSql sql = rendered.get(file.path());
        return sql == null ? List.of() : List.copyOf(sql.config().tags());
    }

    private SelectableGraph.Node node(SourceFile file) {
        Set<String> tables = new HashSet<>();
        job(file).ifPresent(job -> job.writes().forEach(table -> {
            tables.add(table.toString());
            tables.add(table.database() + "." + table.table());
        }));
        RenderedSql sql = rendered.get(file.path());
        return new SelectableGraph.Node(
                file.name(),
                file.path(),
                qualifiedName(file),
                file.layer().text(),
                Set.copyOf(tags(file)),
                tables,
                sql == null ? Set.of() : sql.sources(),
                sql == null ? Map.of() : config(sql.config()));
    }

    private List<String> qualifiedName(SourceFile file) {
        List<String> names = new ArrayList<>(List.of(loaded.project().name()));
        List<String> path = List.of(file.path().split("/"));
        names.addAll(path.subList(1, path.size() - 1));
        names.add(file.name());
        return names;
    }

    private static Map<String, Set<String>> config(FileConfig config) {
        Map<String, Set<String>> values = new HashMap<>();
        config.mode().ifPresent(mode -> values.put("mode", Set.of(mode.name().toLowerCase(Locale.ROOT))));
        config.parallelism().ifPresent(parallelism -> values.put("parallelism", Set.of(String.valueOf(parallelism))));
        config.job().ifPresent(job -> values.put("job", Set.of(job)));
        values.put("tags", Set.copyOf(config.tags()));
        values.put("allow", Set.copyOf(config.allow()));
        return values;
    }

    private List<String> upstreamFiles(Job job) {
        Set<String> paths = new HashSet<>();
        plan.upstream(job).forEach(before -> paths.addAll(before.files()));
        return loaded.project().files().tables().stream()
                .filter(file -> paths.contains(file.path()))
                .map(SourceFile::name)
                .toList();
    }
}
