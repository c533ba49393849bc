package io.elt.plan;

import io.elt.script.Dialect;
import io.elt.script.Script;
import io.elt.script.Statement;
import io.elt.script.StatementKind;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One file, rendered and split: what planning starts from.
 *
 * @param path project-relative path of the file
 * @param job the job that its INSERTs belong to: the file's own name unless it says another
 * @param settings Flink settings that its config() asks for
 */
public record ScriptFile(String path, String job, Map<String, String> settings, List<Statement> statements) {
    private static final Set<StatementKind> OF_THE_SESSION = EnumSet.of(
            StatementKind.CREATE_DATABASE,
            StatementKind.CREATE_TABLE,
            StatementKind.CREATE_TEMPORARY_TABLE,
            StatementKind.CREATE_TEMPORARY_VIEW,
            StatementKind.CREATE_TEMPORARY_FUNCTION,
            StatementKind.CREATE_TEMPORARY_SYSTEM_FUNCTION,
            StatementKind.INSERT,
            StatementKind.SET,
            StatementKind.RESET,
            StatementKind.USE,
            StatementKind.BEGIN_STATEMENT_SET,
            StatementKind.END);

    private static final Set<StatementKind> TEMPORARY = EnumSet.of(
            StatementKind.CREATE_TEMPORARY_TABLE,
            StatementKind.CREATE_TEMPORARY_VIEW,
            StatementKind.CREATE_TEMPORARY_FUNCTION,
            StatementKind.CREATE_TEMPORARY_SYSTEM_FUNCTION);

    public ScriptFile {
        settings = Map.copyOf(settings);
        statements = List.copyOf(statements);
    }

    /**
     * The files of each job, in the order of the files. What two files of a job create in the same words (a function that both
     * use) is created once: for each of them alone it has to be written in both.
     */
    static Map<String, List<ScriptFile>> byJob(List<ScriptFile> scripts) {
        Map<String, List<ScriptFile>> jobs = new LinkedHashMap<>();
        Map<String, Set<List<String>>> created = new HashMap<>();
        for (ScriptFile script : scripts) {
            Set<List<String>> before = created.computeIfAbsent(script.job(), name -> new HashSet<>());
            jobs.computeIfAbsent(script.job(), name -> new ArrayList<>()).add(script.without(before));
        }
        return jobs;
    }

    /**
     * @param created what files of the same job have created before it; learns what this one creates
     */
    private ScriptFile without(Set<List<String>> created) {
        List<Statement> left = statements.stream()
                .filter(statement -> !TEMPORARY.contains(statement.kind())
                        || created.add(Script.words(statement.executableText(), Dialect.FLINK)))
                .toList();
        return left.size() == statements.size() ? this : new ScriptFile(path, job, settings, left);
    }

    /** Whether planning it leaves nothing behind that the session of another job would see, besides the tables it defines. */
    public boolean isIndependent() {
        return statements.stream().allMatch(statement -> OF_THE_SESSION.contains(statement.kind()));
    }
}
