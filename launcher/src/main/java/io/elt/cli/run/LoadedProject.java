package io.elt.cli.run;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Problems;
import io.elt.diagnostic.Redactor;
import io.elt.plan.Column;
import io.elt.plan.PlanningInput;
import io.elt.plan.ScriptFile;
import io.elt.plan.ServedTable;
import io.elt.project.Project;
import io.elt.project.SourceFile;
import io.elt.render.FileConfig;
import io.elt.render.RenderedSql;
import io.elt.render.Renderer;
import io.elt.script.Dialect;
import io.elt.script.Script;
import io.elt.script.Statement;
import io.elt.serving.FlinkTypes;
import io.elt.serving.ServingScript;
import io.elt.serving.ServingTable;
import io.elt.serving.StarRocks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All files of a project, rendered and split.
 *
 * @param tables the files below {@code sql/}
 * @param serving what {@code sql/serving/} says
 * @param flinkSettings what the target gives to its jobs
 * @param renderer what rendered them, for the values of variables
 */
public record LoadedProject(
        Project project,
        List<RenderedSql> tables,
        List<Statement> catalogs,
        List<ScriptFile> scripts,
        ServingScript serving,
        Map<String, String> flinkSettings,
        Renderer renderer) {

    /**
     * @throws io.elt.diagnostic.EltException with all problems of all files
     */
    public static LoadedProject of(Project project, Map<String, String> environment, Redactor redactor) {
        Renderer renderer = Renderer.of(project, environment, redactor);
        Problems problems = new Problems();
        List<RenderedSql> tables = new ArrayList<>();
        List<ScriptFile> scripts = new ArrayList<>();
        for (SourceFile file : project.files().tables()) {
            problems.attempt(() -> renderer.render(file)).ifPresent(rendered -> {
                tables.add(rendered);
                problems.attempt(() -> Script.statements(rendered, Dialect.FLINK))
                        .ifPresent(statements -> scripts.add(script(rendered, statements)));
            });
        }
        List<Statement> catalogs = statements(project.files().catalogs(), Dialect.FLINK, renderer, problems);
        List<Statement> serving = statements(project.files().serving(), Dialect.STARROCKS, renderer, problems);
        Map<String, String> settings = problems.attempt(renderer::flinkSettings).orElse(Map.of());
        problems.throwIfErrors();
        return new LoadedProject(project, tables, catalogs, scripts, ServingScript.of(serving), settings, renderer);
    }

    /**
     * @param scratch an empty folder that planning may fill
     */
    public PlanningInput planningInput(Path scratch) {
        List<ServedTable> served =
                serving.tables().stream().map(LoadedProject::served).toList();
        return new PlanningInput(catalogs, scripts, served, scratch);
    }

    /** StarRocks as the project's variables say where it is. */
    public StarRocks connectServing() {
        return StarRocks.connect(
                variable("starrocks_jdbc_url"), variable("starrocks_user"), variable("starrocks_password"));
    }

    private String variable(String name) {
        return renderer.variable(name).map(String::valueOf).orElseThrow(() -> Diagnostic.error(
                        ErrorCode.UNDEFINED_VARIABLE, "variable " + name + " is not set, so StarRocks cannot be found")
                .withHint("set it in elt.yaml, below vars or below the target's vars")
                .toException());
    }

    private static List<Statement> statements(
            List<SourceFile> files, Dialect dialect, Renderer renderer, Problems problems) {
        List<Statement> statements = new ArrayList<>();
        for (SourceFile file : files) {
            problems.attempt(() -> Script.statements(renderer.render(file), dialect))
                    .ifPresent(statements::addAll);
        }
        return statements;
    }

    private static ScriptFile script(RenderedSql rendered, List<Statement> statements) {
        FileConfig config = rendered.config();
        Map<String, String> settings = new HashMap<>();
        config.mode().ifPresent(mode -> settings.put("execution.runtime-mode", mode.name()));
        config.parallelism().ifPresent(parallelism -> settings.put("parallelism.default", String.valueOf(parallelism)));
        return new ScriptFile(
                rendered.file().path(), config.job().orElse(rendered.file().name()), settings, statements);
    }

    private static ServedTable served(ServingTable table) {
        List<Column> columns = table.columns().stream()
                .map(column -> new Column(
                        column.name(),
                        FlinkTypes.of(column.type()).orElse("STRING") + (column.nullable() ? "" : " NOT NULL")))
                .toList();
        return new ServedTable("starrocks", table.database(), table.table(), columns, table.primaryKey());
    }
}
