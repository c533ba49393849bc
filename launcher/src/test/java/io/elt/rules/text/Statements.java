package io.elt.rules.text;

import io.elt.plan.ScriptFile;
import io.elt.render.RenderedSql;
import io.elt.render.TestProject;
import io.elt.script.Dialect;
import io.elt.script.Script;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Statements of one file, {@code sql/t.sql}. */
final class Statements {
    private final TestProject project;

    Statements(Path folder) {
        this.project = new TestProject(folder);
    }

    Statements macro(String text) {
        project.file("macros/m.sql", text);
        return this;
    }

    List<StatementText> read(String template, Dialect dialect) {
        return Script.statements(project.render(template), dialect).stream()
                .map(statement -> StatementText.of(statement, dialect))
                .toList();
    }

    StatementText one(String template) {
        return read(template, Dialect.FLINK).get(0);
    }

    FileText file(String template) {
        RenderedSql rendered = project.render(template);
        return FileText.of(new ScriptFile("sql/t.sql", "t", Map.of(), Script.statements(rendered, Dialect.FLINK)));
    }
}
