package io.elt.plan;

import io.elt.script.Statement;

import java.util.List;
import java.util.Map;

/**
 * One file, rendered and split: what planning starts from.
 *
 * @param path project-relative path of the file
 * @param job the job that its INSERTs belong to: the file's own name unless it says another
 * @param settings Flink settings that its config() asks for
 */
public record ScriptFile(String path, String job, Map<String, String> settings, List<Statement> statements) {
    public ScriptFile {
        settings = Map.copyOf(settings);
        statements = List.copyOf(statements);
    }
}
