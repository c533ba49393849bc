package io.elt.cli;

import io.elt.cli.init.NewProject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Makes a project to start with. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {
            "Make a new project: a source, four layers, a table and a view for analysts, a test, a CI workflow.",
            "It runs as it is, on sample data. Writes into a new or an empty folder only, and overwrites nothing.",
        },
        footerHeading = "%nExamples:%n",
        footer = {"  elt init shop", "  elt init --name shop", "  elt init ~/work/shop-2 --name shop"})
final class InitCommand implements Callable<Integer> {
    @ParentCommand
    Elt elt;

    @Spec
    CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The project's folder; is made if it is not there (default: this folder).")
    Path folder;

    @Option(names = "--name", paramLabel = "NAME", description = "The project's name (default: that of its folder).")
    String name;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        NewProject project = NewProject.in(folder, Optional.ofNullable(name));
        project.create().forEach(out::println);
        out.flush();
        err.println();
        err.println("Project " + project.name() + " is in " + project.folder() + ". What next:");
        if (!project.folder().equals(Path.of("").toAbsolutePath())) {
            err.println("  cd " + folder);
        }
        err.println("  elt check");
        err.println("  elt test");
        err.println("  elt run --once");
        err.println("  elt query --on starrocks \"SELECT * FROM ads.v_city\"");
        return ExitCode.DONE;
    }
}
