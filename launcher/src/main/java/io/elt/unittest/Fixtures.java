package io.elt.unittest;

import io.elt.diagnostic.SourceSpan;
import io.elt.project.TextFile;
import io.elt.project.Value;
import io.elt.project.YamlText;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Rows that stand in files of their own. */
final class Fixtures {
    static final String FOLDER = "tests/fixtures";

    private final Path root;
    private final Map<String, List<Value>> read = new HashMap<>();

    Fixtures(Path root) {
        this.root = root;
    }

    /**
     * @param name of a file of the folder, without its extension
     */
    List<Value> named(Value.Scalar name) {
        for (String extension : List.of(".yaml", ".yml", ".csv")) {
            String path = FOLDER + "/" + name.text() + extension;
            if (TextFile.exists(root, path)) {
                return rows(path, name.span());
            }
        }
        throw TestFileErrors.fixtureNotFound(name.text(), name.span(), names()).toException();
    }

    List<Value> csv(Value.Scalar path) {
        if (!TextFile.exists(root, path.text())) {
            throw TestFileErrors.csvNotFound(path.text(), path.span()).toException();
        }
        return read.computeIfAbsent(path.text(), file -> Csv.rows(file, TextFile.read(root, file)));
    }

    private List<Value> rows(String path, SourceSpan span) {
        return read.computeIfAbsent(path, file -> {
            String text = TextFile.read(root, file);
            if (file.endsWith(".csv")) {
                return Csv.rows(file, text);
            }
            if (YamlText.parse(file, text).orElse(null) instanceof Value.Sequence sequence) {
                return sequence.items();
            }
            throw TestFileErrors.fixtureNotRows(file, span).toException();
        });
    }

    private List<String> names() {
        Path folder = root.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.[^.]*$", ""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
