package io.elt.cli.run;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.project.Value;
import io.elt.unittest.TestedProject;

import java.util.Map;

/** Renders a project anew for each set of variables that its cases have. */
final class RenderedProject implements TestedProject {
    private final ProjectLoading loading;
    private final LoadedProject loaded;
    private final ScratchFolder scratch;

    RenderedProject(ProjectLoading loading, LoadedProject loaded, ScratchFolder scratch) {
        this.loading = loading;
        this.loaded = loaded;
        this.scratch = scratch;
    }

    @Override
    public Rendered rendered(Map<String, Value> variables) {
        variables.forEach(this::rejectUnknown);
        LoadedProject own =
                variables.isEmpty() ? loaded : loading.load(loaded.project().withVariables(variables));
        return new Rendered(own.planningInput(scratch.newFolder()), own.flinkSettings());
    }

    private void rejectUnknown(String name, Value value) {
        if (!loaded.project().variables().containsKey(name)) {
            throw Diagnostic.error(ErrorCode.UNDEFINED_VARIABLE, "there is no variable '" + name + "'")
                    .at(value.span())
                    .suggesting(name, loaded.project().variables().keySet())
                    .toException();
        }
    }
}
