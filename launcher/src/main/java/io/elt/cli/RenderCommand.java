package io.elt.cli;

import io.elt.cli.run.Ports;
import io.elt.cli.run.ProjectLoading;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.project.Project;
import io.elt.project.SourceFile;
import io.elt.render.Renderer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Prints a file as Flink will get it. */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        description = "Print files as Flink gets them, secrets redacted.",
        footerHeading = "%nExamples:%n",
        footer = {"  elt render sql/dws_deposit.sql", "  elt render dws_deposit -t prod --var zone=UTC"})
final class RenderCommand implements Callable<Integer> {
    @ParentCommand
    Elt elt;

    @Spec
    CommandSpec spec;

    @Mixin
    ProjectOptions project;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Files, by path or by name. Default: all files below sql/ that Flink runs.")
    List<String> files = new ArrayList<>();

    @Override
    public Integer call() {
        ProjectLoading loading = elt.loading();
        Project read = loading.read(project.directory, project.overrides(), Ports.DEFAULT);
        List<SourceFile> wanted = files.isEmpty()
                ? read.files().tables()
                : files.stream().map(file -> find(read, file)).toList();
        Renderer renderer = Renderer.of(read, loading.environment(), loading.redactor());
        for (SourceFile file : wanted) {
            spec.commandLine().getOut().print(renderer.render(file).text());
        }
        return ExitCode.DONE;
    }

    private static SourceFile find(Project project, String wanted) {
        List<SourceFile> all = Stream.of(
                        project.files().tables(),
                        project.files().catalogs(),
                        project.files().serving())
                .flatMap(List::stream)
                .toList();
        String path = wanted.startsWith("./") ? wanted.substring(2) : wanted;
        List<String> names = new ArrayList<>();
        for (SourceFile file : all) {
            if (file.path().equals(path) || file.name().equals(path)) {
                return file;
            }
            names.add(file.path());
            names.add(file.name());
        }
        throw Diagnostic.error(ErrorCode.UNKNOWN_SELECTOR, "there is no file " + wanted + " in the project")
                .suggesting(path, names)
                .toException();
    }
}
