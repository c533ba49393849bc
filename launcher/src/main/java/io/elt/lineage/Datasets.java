package io.elt.lineage;

import io.elt.plan.ExternalInput;
import io.elt.plan.Job;
import io.elt.plan.TableName;
import io.elt.plan.Traced;
import io.elt.plan.column.InsertFlow;
import io.elt.serving.ServingScript;
import io.elt.serving.ServingTable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which dataset is meant by a name. A topic is the same one in all files, whatever each calls the temporary table under which it
 * reads it; a table of StarRocks is the same one in a job, which reaches it by a catalog, and in a view, which knows none.
 */
final class Datasets {
    private static final String STARROCKS = "starrocks";

    private final Map<String, Map<String, ExternalInput>> inputs = new HashMap<>();
    private final Map<String, Set<TableName>> reads = new HashMap<>();
    private final Map<Dataset, Set<String>> aliases = new TreeMap<>();
    private final Set<String> views = new TreeSet<>();
    private final String servingCatalog;

    Datasets(Traced traced, ServingScript serving) {
        for (Job job : traced.plan().jobs()) {
            Map<String, ExternalInput> ofJob = new HashMap<>();
            job.inputs().forEach(input -> ofJob.put(input.name(), input));
            inputs.put(job.name(), ofJob);
            reads.put(job.name(), job.reads());
        }
        serving.views().forEach(view -> views.add(view.database() + "." + view.view()));
        this.servingCatalog = catalogOf(traced, serving).orElse(STARROCKS);
    }

    /** The catalog by which jobs reach what is served. */
    private static Optional<String> catalogOf(Traced traced, ServingScript serving) {
        return traced.flows().stream()
                .map(InsertFlow::table)
                .filter(table ->
                        serves(serving, table) && !traced.plan().tables().containsKey(table))
                .map(TableName::catalog)
                .findFirst();
    }

    private static boolean serves(ServingScript serving, TableName name) {
        return serving.tables().stream().anyMatch(table -> isSame(table, name));
    }

    private static boolean isSame(ServingTable table, TableName name) {
        return table.database().equals(name.database()) && table.table().equals(name.table());
    }

    Map<Dataset, Set<String>> aliases() {
        return aliases;
    }

    /** Of a name as a job knows it. */
    Dataset of(String job, TableName table) {
        ExternalInput input = inputs.getOrDefault(job, Map.of()).get(table.table());
        if (input == null || reads.getOrDefault(job, Set.of()).contains(table)) {
            return table(table);
        }
        return external(input);
    }

    Dataset external(ExternalInput input) {
        Dataset dataset = place(input);
        aliases.computeIfAbsent(dataset, first -> new TreeSet<>()).add(input.name());
        return dataset;
    }

    Dataset table(TableName table) {
        String name = table.database() + "." + table.table();
        boolean isView = table.catalog().equals(servingCatalog) && views.contains(name);
        return new Dataset(isView ? Dataset.Kind.VIEW : Dataset.Kind.TABLE, table.catalog(), name);
    }

    Dataset served(String database, String table) {
        return table(new TableName(servingCatalog, database, table));
    }

    Dataset view(String database, String view) {
        return new Dataset(Dataset.Kind.VIEW, servingCatalog, database + "." + view);
    }

    /** Of a path as Calcite knows it. */
    TableName served(List<String> path) {
        return LineageReader.named(servingCatalog, path);
    }

    /** Named as OpenLineage names things, without what may be secret: only the keys that name the place. */
    private static Dataset place(ExternalInput input) {
        String connector = input.option("connector").orElse("unknown");
        String place = Stream.of("properties.bootstrap.servers", "hostname", "url")
                .flatMap(key -> input.option(key).stream())
                .findFirst()
                .map(text ->
                        "://" + text.split(",")[0].replaceFirst("^.*//", "").replaceFirst("[/?].*", ""))
                .orElse("");
        String name = Stream.of("topic", "topic-pattern", "table-name", "path")
                .flatMap(key -> input.option(key).stream())
                .findFirst()
                .orElse(input.name());
        String database =
                input.option("database-name").map(found -> found + ".").orElse("");
        return new Dataset(Dataset.Kind.EXTERNAL, connector + place, database + name);
    }
}
