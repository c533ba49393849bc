package io.elt.cli.run;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Problems;
import io.elt.diagnostic.Redactor;
import io.elt.plan.Column;
import io.elt.plan.PlanningInput;
import io.elt.plan.ScriptFile;
import io.elt.plan.ServedTable;
import io.elt.plan.TableName;
import io.elt.plan.cache.PlanCache;
import io.elt.project.Project;
import io.elt.project.SourceFile;
import io.elt.render.FileConfig;
import io.elt.render.RenderedSql;
import io.elt.render.Renderer;
import io.elt.rules.text.ProjectText;
import io.elt.runner.s3.S3Settings;
import io.elt.script.Dialect;
import io.elt.script.Script;
import io.elt.script.Statement;
import io.elt.serving.FlinkTypes;
import io.elt.serving.ServingScript;
import io.elt.serving.ServingTable;
import io.elt.serving.StarRocks;
import io.elt.submit.Bundler;
import io.elt.submit.ClusterSettings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All files of a project, rendered and split.
 *
 * @param tables the files below {@code sql/}
 * @param serving what {@code sql/serving/} says
 * @param flinkSettings what the target gives to its jobs
 * @param renderer what rendered them, for the values of variables
 * @param unread texts of files that could not be read; none unless it was asked for what is readable
 * @param planCache what earlier calls have found out about its files
 */
public record LoadedProject(
        Project project,
        List<RenderedSql> tables,
        List<Statement> catalogs,
        List<ScriptFile> scripts,
        ServingScript serving,
        Map<String, String> flinkSettings,
        Renderer renderer,
        List<String> unread,
        PlanCache planCache) {

    /**
     * @throws io.elt.diagnostic.EltException with all problems of all files
     */
    public static LoadedProject of(Project project, Map<String, String> environment, Redactor redactor) {
        Problems problems = new Problems();
        LoadedProject loaded = readable(project, environment, redactor, problems);
        problems.throwIfErrors();
        return loaded;
    }

    /**
     * The project without the files that cannot be rendered or split.
     *
     * @param problems gets what is wrong with those
     * @throws io.elt.diagnostic.EltException if so much is wrong that the rest cannot be understood: with all problems
     */
    static LoadedProject readable(
            Project project, Map<String, String> environment, Redactor redactor, Problems problems) {
        Renderer renderer = Renderer.of(project, environment, redactor);
        List<String> unread = new ArrayList<>();
        List<RenderedSql> tables = new ArrayList<>();
        List<ScriptFile> scripts = new ArrayList<>();
        for (SourceFile file : project.files().tables()) {
            Optional<RenderedSql> rendered = problems.attempt(() -> renderer.render(file));
            rendered.ifPresent(tables::add);
            rendered.flatMap(sql -> problems.attempt(() -> script(project, sql, Script.statements(sql, Dialect.FLINK))))
                    .ifPresentOrElse(scripts::add, () -> unread.add(file.text()));
        }
        Statements catalogs = Statements.of(project.files().catalogs(), Dialect.FLINK, renderer, problems);
        Statements served = Statements.of(project.files().serving(), Dialect.STARROCKS, renderer, problems);
        unread.addAll(served.unread());
        Map<String, String> settings = problems.attempt(renderer::flinkSettings).orElse(Map.of());
        S3Settings.of(settings).useInProcess();
        if (!catalogs.unread().isEmpty()) {
            problems.throwIfErrors();
        }
        ServingScript serving = problems.attempt(() -> ServingScript.of(served.read()))
                .orElseGet(() -> {
                    project.files().serving().forEach(file -> unread.add(file.text()));
                    return ServingScript.of(List.of());
                });
        return new LoadedProject(
                project, tables, catalogs.read(), scripts, serving, settings, renderer, unread, PlanCache.none());
    }

    /**
     * @param unread texts of the files that could not be read
     */
    private record Statements(List<Statement> read, List<String> unread) {
        static Statements of(List<SourceFile> files, Dialect dialect, Renderer renderer, Problems problems) {
            List<Statement> read = new ArrayList<>();
            List<String> unread = new ArrayList<>();
            for (SourceFile file : files) {
                problems.attempt(() -> Script.statements(renderer.render(file), dialect))
                        .ifPresentOrElse(read::addAll, () -> unread.add(file.text()));
            }
            return new Statements(read, unread);
        }
    }

    public LoadedProject with(PlanCache cache) {
        return new LoadedProject(project, tables, catalogs, scripts, serving, flinkSettings, renderer, unread, cache);
    }

    /**
     * @param scratch an empty folder that planning may fill
     */
    public PlanningInput planningInput(Path scratch) {
        List<ServedTable> served =
                serving.tables().stream().map(LoadedProject::served).toList();
        Map<String, String> settings = ClusterSettings.withoutSecrets(flinkSettings, renderer.secrets());
        return new PlanningInput(catalogs, scripts, served, unread, settings, scratch);
    }

    /** Makes the bundles of its jobs. */
    public Bundler bundler() {
        return bundler(ClusterSettings.ofJobs(project.target().runOn(), flinkSettings));
    }

    /** Of jobs that end: one that fails is given up soon, for the same run again does what is left. */
    Bundler endingBundler() {
        return bundler(flinkSettings);
    }

    private Bundler bundler(Map<String, String> settings) {
        String invocation = renderer.variable(ProjectLoading.INVOCATION_ID)
                .map(String::valueOf)
                .orElse("");
        return new Bundler(
                project.name(),
                project.target().name(),
                settings,
                Clusters.placement(project.target(), renderer.clusterOptions()),
                renderer.secrets(),
                invocation);
    }

    /** What its files say, statement by statement, with the places. */
    public ProjectText text() {
        return ProjectText.of(scripts, catalogs, serving.statements());
    }

    /** Whether a table is one that the serving side owns. */
    public boolean serves(TableName name) {
        return serving.tables().stream()
                .anyMatch(table -> table.database().equals(name.database())
                        && table.table().equals(name.table()));
    }

    /** Creates what the serving side owns. */
    void applyServing(Progress progress) {
        progress.step("APPLY sql/serving", () -> {
            try (StarRocks starRocks = connectServing()) {
                starRocks.apply(serving);
            }
        });
    }

    /** StarRocks as the project's variables say where it is. */
    public StarRocks connectServing() {
        return connectServing(renderer);
    }

    static StarRocks connectServing(Renderer renderer) {
        return StarRocks.connect(
                variable(renderer, "starrocks_jdbc_url"),
                variable(renderer, "starrocks_user"),
                variable(renderer, "starrocks_password"));
    }

    private static String variable(Renderer renderer, String name) {
        return renderer.variable(name).map(String::valueOf).orElseThrow(() -> Diagnostic.error(
                        ErrorCode.UNDEFINED_VARIABLE, "variable " + name + " is not set, so StarRocks cannot be found")
                .withHint("set it in elt.yaml, below vars or below the target's vars")
                .toException());
    }

    private static ScriptFile script(Project project, RenderedSql rendered, List<Statement> statements) {
        FileConfig config = rendered.config();
        Map<String, String> settings = new HashMap<>();
        config.mode().ifPresent(mode -> settings.put("execution.runtime-mode", mode.name()));
        config.parallelism().ifPresent(parallelism -> settings.put("parallelism.default", String.valueOf(parallelism)));
        String job = config.job().orElseGet(() -> project.target().jobPer().job(rendered.file(), project.name()));
        return new ScriptFile(rendered.file().path(), job, settings, statements);
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
