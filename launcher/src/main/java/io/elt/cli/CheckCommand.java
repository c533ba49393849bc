package io.elt.cli;

import io.elt.cli.run.CheckProject;
import io.elt.diagnostic.ProblemPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** Finds what is wrong before anything runs. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Render all files and plan every query with Flink's own planner, and tell everything that is wrong.",
            "Touches no cluster, no source and no table. With selectors: tells the problems of these files only.",
        },
        footer = {"", "  elt check", "  elt check sql/dws_deposit.sql", "  elt check -t prod layer:ads"})
final class CheckCommand implements Callable<Integer> {
    @ParentCommand
    Elt elt;

    @Spec
    CommandSpec spec;

    @Mixin
    ProjectOptions project;

    @Mixin
    SelectionOptions selection;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        CheckProject.Report report =
                new CheckProject(elt.loading()).check(project.directory, project.overrides(), selection.selection());
        String looked = count(report.files(), "file") + ", " + count(report.jobs(), "job") + ": ";
        if (report.problems().isEmpty()) {
            err.println(looked + "no problems");
            return ExitCode.DONE;
        }
        err.print(elt.printer(project.directory).print(report.problems()));
        err.println();
        err.println(count(report.problems().size(), "problem"));
        ProblemPage.pointer(report.problems()).ifPresent(err::println);
        return ExitCode.FAILED;
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
