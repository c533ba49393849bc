package io.elt.plan;

import io.elt.script.Statement;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One Flink job.
 *
 * @param files the files whose statements it holds, by their project-relative paths
 * @param settings Flink settings that its files ask for
 * @param statements all of them, in order, without the catalogs'
 * @param reads tables of the warehouse that it reads
 * @param writes tables that it writes, in the warehouse and on the serving side
 * @param inputs what it reads from outside
 */
public record Job(
        String name,
        List<String> files,
        Map<String, String> settings,
        List<Statement> statements,
        SortedSet<TableName> reads,
        SortedSet<TableName> writes,
        List<ExternalInput> inputs) {
    public Job {
        files = List.copyOf(files);
        settings = Map.copyOf(settings);
        statements = List.copyOf(statements);
        reads = new TreeSet<>(reads);
        writes = new TreeSet<>(writes);
        inputs = List.copyOf(inputs);
    }

    /** Whether this job reads what the other writes. */
    public boolean readsFrom(Job other) {
        return other != this && reads.stream().anyMatch(other.writes::contains);
    }

    /** Whether it ends when it has read everything: a batch job, and one that only reads what has an end. */
    public boolean endsByItself() {
        return "batch".equalsIgnoreCase(settings.get("execution.runtime-mode"))
                || reads.isEmpty() && inputs.stream().allMatch(ExternalInput::isBounded);
    }

    /** Whether a name occurs in its statements. */
    boolean mentions(String name) {
        return statements.stream()
                .anyMatch(statement -> statement.executableText().contains(name));
    }
}
