package io.elt.plan;

import io.elt.script.Statement;
import io.elt.script.StatementKind;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All jobs of a project.
 *
 * @param jobs in an order in which every job stands behind those that it reads from
 * @param catalogs by name, the statements that create them
 * @param lakes the Paimon catalogs by name, each with the properties that it is created with; may hold secrets
 * @param tables what the jobs' files define, by name
 */
public record Plan(
        List<Job> jobs,
        Map<String, Statement> catalogs,
        Map<String, Map<String, String>> lakes,
        Map<TableName, Table> tables) {
    public Plan {
        jobs = List.copyOf(jobs);
        catalogs = Collections.unmodifiableMap(new LinkedHashMap<>(catalogs));
        lakes = Map.copyOf(lakes);
        tables = new TreeMap<>(tables);
    }

    public Optional<Job> job(String name) {
        return jobs.stream().filter(job -> job.name().equals(name)).findFirst();
    }

    /** What a job has to execute, in order: the catalogs that it mentions, then its own statements. */
    public List<Statement> statements(Job job) {
        Stream<Statement> mentioned = catalogs.entrySet().stream()
                .filter(catalog -> job.mentions(catalog.getKey()))
                .map(Map.Entry::getValue);
        return Stream.concat(mentioned, ordered(job)).toList();
    }

    /** A file may read what another one of its job defines, wherever it stands: so definitions go first. */
    private static Stream<Statement> ordered(Job job) {
        List<Statement> statements = job.statements();
        if (job.files().size() == 1 || statements.stream().anyMatch(each -> each.kind() == StatementKind.USE)) {
            return statements.stream();
        }
        return Stream.concat(
                statements.stream().filter(TableDefinitions::isDefinition),
                statements.stream().filter(each -> !TableDefinitions.isDefinition(each)));
    }

    /** The jobs that write a table which this one reads. */
    public List<Job> upstream(Job job) {
        return jobs.stream().filter(job::readsFrom).toList();
    }

    public List<Job> writers(TableName table) {
        return jobs.stream().filter(job -> job.writes().contains(table)).toList();
    }

    /** The plan with only these jobs, still in order. */
    public Plan only(Collection<Job> wanted) {
        Set<String> names = wanted.stream().map(Job::name).collect(Collectors.toSet());
        return new Plan(jobs.stream().filter(job -> names.contains(job.name())).toList(), catalogs, lakes, tables);
    }
}
