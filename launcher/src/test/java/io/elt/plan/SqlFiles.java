package io.elt.plan;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.project.SourceFile;
import io.elt.render.RenderedSql;
import io.elt.render.Renderer;
import io.elt.render.TestProject;
import io.elt.script.Dialect;
import io.elt.script.Script;
import io.elt.script.Statement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The files of a small project, rendered and split as the stages before planning do it. */
public final class SqlFiles {
    private static final String LAKE = "CREATE CATALOG lake WITH ('type' = 'paimon', 'warehouse' = '/nowhere/lake');\n";

    private final Path folder;
    private final TestProject project;
    private final List<ServedTable> served = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>();

    private SqlFiles(Path folder) {
        this.folder = folder;
        this.project = new TestProject(folder);
    }

    /** With a catalog named lake. */
    public static SqlFiles in(Path folder) {
        return new SqlFiles(folder).file("catalogs/lake.sql", LAKE);
    }

    public SqlFiles file(String path, String text) {
        project.file(path, text);
        return this;
    }

    /** A file that defines a table of two columns in {@code lake.l}. */
    public SqlFiles table(String name) {
        return file(
                "sql/ods_" + name + ".sql",
                "CREATE DATABASE IF NOT EXISTS lake.l;\nCREATE TABLE IF NOT EXISTS lake.l." + name
                        + " (id INT NOT NULL, word STRING, PRIMARY KEY (id) NOT ENFORCED);\n");
    }

    public SqlFiles served(ServedTable table) {
        served.add(table);
        return this;
    }

    /** What the target gives to all jobs. */
    public SqlFiles setting(String key, String value) {
        settings.put(key, value);
        return this;
    }

    public Plan plan() {
        return Planner.plan(input());
    }

    public Plan check() {
        return checkedWell().plan();
    }

    /** Planned to the end, without problems. */
    public Checked checkedWell() {
        Checked checked = check(input());
        if (!checked.problems().isEmpty()) {
            throw new EltException(checked.problems(), null);
        }
        return checked;
    }

    /** With its columns followed. */
    public Traced traced() {
        return Planner.trace(input());
    }

    /** Planned as far as possible. */
    public Checked checked() {
        return check(input());
    }

    private static Checked check(PlanningInput input) {
        return Planner.check(input);
    }

    /** The statements of a text that stands in a file. */
    public static List<Statement> statements(Path folder, String sql) {
        return SqlFiles.in(folder).file("sql/ods_text.sql", sql).input().scripts().stream()
                .flatMap(script -> script.statements().stream())
                .toList();
    }

    List<Diagnostic> problems() {
        return catchThrowableOfType(EltException.class, this::plan).diagnostics();
    }

    PlanningInput input() {
        Renderer renderer = project.renderer();
        List<ScriptFile> scripts = new ArrayList<>();
        for (SourceFile file : project.project().files().tables()) {
            RenderedSql rendered = renderer.render(file);
            String job = rendered.config().job().orElse(file.name());
            scripts.add(new ScriptFile(file.path(), job, Map.of(), Script.statements(rendered, Dialect.FLINK)));
        }
        List<Statement> catalogs = project.project().files().catalogs().stream()
                .flatMap(file -> Script.statements(renderer.render(file), Dialect.FLINK).stream())
                .toList();
        try {
            return new PlanningInput(
                    catalogs, scripts, served, List.of(), settings, Files.createTempDirectory(folder, "scratch"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
