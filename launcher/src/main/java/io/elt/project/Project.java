package io.elt.project;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A project as one target sees it: variables and sources are already those of the target.
 *
 * @param root absolute, without symbolic links
 * @param variables by name; later origins have won: elt.yaml, the target, the command line
 * @param targetNames every target that elt.yaml declares
 * @param check what the project expects of itself, with the target's own expectations
 * @param history how much of what was deployed is kept there
 * @param declarations what elt.yaml declares, whichever target it is for
 */
public record Project(
        Path root,
        String name,
        Target target,
        List<String> targetNames,
        Map<String, Value> variables,
        Map<String, Source> sources,
        CheckSettings check,
        HistorySettings history,
        List<Declaration> declarations,
        ProjectFiles files) {

    public static final String FILE = "elt.yaml";

    public Project {
        targetNames = List.copyOf(targetNames);
        declarations = List.copyOf(declarations);
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    }

    /** The project with variables that only the running program knows, such as the ports of the embedded stack. */
    public Project withVariables(Map<String, Value> more) {
        Map<String, Value> merged = new LinkedHashMap<>(variables);
        merged.putAll(more);
        return new Project(root, name, target, targetNames, merged, sources, check, history, declarations, files);
    }

    /** The project with other options of its sources. */
    public Project withSources(Map<String, Source> others) {
        return new Project(root, name, target, targetNames, variables, others, check, history, declarations, files);
    }
}
