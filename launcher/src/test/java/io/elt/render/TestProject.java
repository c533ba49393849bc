package io.elt.render;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.Redactor;
import io.elt.project.Overrides;
import io.elt.project.Project;
import io.elt.project.ProjectReader;
import io.elt.project.SourceFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A project of a few files, for tests that render one of them, {@code sql/t.sql}. */
public final class TestProject {

    private final Path root;
    private final Redactor redactor = new Redactor();
    private Map<String, String> environment = Map.of();

    public TestProject(Path root) {
        this.root = root;
        file("elt.yaml", "name: bank\n");
    }

    public TestProject file(String path, String text) {
        try {
            Files.createDirectories(root.resolve(path).getParent());
            Files.writeString(root.resolve(path), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TestProject environment(Map<String, String> variables) {
        environment = variables;
        return this;
    }

    public Redactor redactor() {
        return redactor;
    }

    public Project project() {
        return new ProjectReader(redactor).read(root, Overrides.none());
    }

    public Renderer renderer() {
        return Renderer.of(project(), environment, redactor);
    }

    public RenderedSql render(String template) {
        file("sql/t.sql", template);
        SourceFile file = project().files().table("t").orElseThrow();
        return renderer().render(file);
    }

    public String text(String template) {
        return render(template).executableText();
    }

    /** The problems of a template, each as one line. */
    public List<String> problems(String template) {
        return diagnostics(template).stream().map(Diagnostic::toString).toList();
    }

    public List<Diagnostic> diagnostics(String template) {
        return catchThrowableOfType(EltException.class, () -> render(template)).diagnostics();
    }
}
