package io.elt.plan;

import io.elt.script.Statement;
import io.elt.script.StatementKind;

import java.util.ArrayList;
import java.util.EnumSet;
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

    public ScriptFile {
        settings = Map.copyOf(settings);
        statements = List.copyOf(statements);
    }

    /** The files of each job, in the order of the files. */
    static Map<String, List<ScriptFile>> byJob(List<ScriptFile> scripts) {
        Map<String, List<ScriptFile>> jobs = new LinkedHashMap<>();
        scripts.forEach(script ->
                jobs.computeIfAbsent(script.job(), name -> new ArrayList<>()).add(script));
        return jobs;
    }

    /** Whether planning it leaves nothing behind that the session of another job would see, besides the tables it defines. */
    public boolean isIndependent() {
        return statements.stream().allMatch(statement -> OF_THE_SESSION.contains(statement.kind()));
    }
}
