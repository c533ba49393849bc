package io.elt.render;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.loader.LocationResolver;
import com.hubspot.jinjava.loader.RelativePathResolver;
import com.hubspot.jinjava.loader.ResourceLocator;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.project.Project;
import io.elt.project.ProjectFiles;
import io.elt.project.SourceFile;
import io.elt.project.TextFile;

import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what a template includes or imports: any text file of the project, and nothing else. */
final class TemplateFiles implements ResourceLocator {

    private final Project project;

    TemplateFiles(Project project) {
        this.project = project;
    }

    @Override
    public String getString(String path, Charset encoding, JinjavaInterpreter interpreter) {
        Rendering rendering = ((StrictInterpreter) interpreter).rendering();
        Path file = resolve(path, rendering);
        if (!TextFile.exists(project.root(), path)) {
            throw fail(RenderErrors.templateNotFound(path, known()), rendering);
        }
        String relative = project.root().relativize(file).toString().replace('\\', '/');
        // A string of its own, by which the parser will know the file.
        String text = new String(TextFile.read(project.root(), relative).toCharArray());
        rendering.loaded(text, new SourceFile(relative, relative, text));
        return text;
    }

    private Path resolve(String path, Rendering rendering) {
        try {
            Path file = project.root().resolve(path).normalize();
            if (file.startsWith(project.root())) {
                return file;
            }
            throw fail(RenderErrors.templateOutside(path), rendering);
        } catch (InvalidPathException e) {
            throw fail(RenderErrors.templateNotFound(path, known()), rendering);
        }
    }

    private static EltException fail(Diagnostic diagnostic, Rendering rendering) {
        return diagnostic.at(rendering.here()).toException();
    }

    private List<String> known() {
        ProjectFiles files = project.files();
        return Stream.of(files.macros(), files.tables(), files.catalogs(), files.serving())
                .flatMap(List::stream)
                .map(SourceFile::path)
                .toList();
    }

    @Override
    public Optional<LocationResolver> getLocationResolver() {
        return Optional.of(new RelativePathResolver());
    }
}
