package io.elt.project;

import io.elt.diagnostic.Problems;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/**
 * What can be told of a project however broken it is, for those who would rather know something than everything.
 *
 * @param targets the names of the targets
 * @param variables the names of the variables, of all targets
 * @param sources the names of the sources
 */
public record ProjectOutline(List<String> targets, List<String> variables, List<String> sources, ProjectFiles files) {
    private static final ProjectOutline NOTHING =
            nameless(new ProjectFiles(List.of(), List.of(), List.of(), List.of()));

    /** The outline of the project in a folder; an empty one if there is none. */
    public static ProjectOutline of(Path folder) {
        if (!Files.isRegularFile(folder.resolve(Project.FILE))) {
            return NOTHING;
        }
        try {
            Path root = folder.toRealPath();
            Problems ignored = new Problems();
            ProjectFiles files = FileFinder.find(root, ignored);
            return ignored.attempt(() -> Definition.read(TextFile.read(root, Project.FILE), ignored))
                    .map(definition -> of(definition, files))
                    .orElse(nameless(files));
        } catch (IOException e) {
            return NOTHING;
        }
    }

    private static ProjectOutline nameless(ProjectFiles files) {
        return new ProjectOutline(List.of(), List.of(), List.of(), files);
    }

    private static ProjectOutline of(Definition definition, ProjectFiles files) {
        TreeSet<String> variables = new TreeSet<>(definition.variables().keySet());
        definition
                .targets()
                .values()
                .forEach(target -> variables.addAll(target.variables().keySet()));
        return new ProjectOutline(
                definition.targets().keySet().stream().sorted().toList(),
                List.copyOf(variables),
                definition.sources().keySet().stream().sorted().toList(),
                files);
    }
}
