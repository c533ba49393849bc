package io.elt.plan;

import io.elt.script.Statement;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * @param catalogs the CREATE CATALOG statements of the project
 * @param scripts its files
 * @param served the tables that the serving side owns
 * @param unread texts of files of the project that could not be rendered; what they define is not reported as missing
 * @param settings Flink settings that the target gives to all its jobs
 * @param scratch an empty folder that planning may fill; the caller deletes it
 */
public record PlanningInput(
        List<Statement> catalogs,
        List<ScriptFile> scripts,
        List<ServedTable> served,
        List<String> unread,
        Map<String, String> settings,
        Path scratch) {
    public PlanningInput {
        catalogs = List.copyOf(catalogs);
        scripts = List.copyOf(scripts);
        served = List.copyOf(served);
        unread = List.copyOf(unread);
        settings = Map.copyOf(settings);
    }
}
