package io.elt.cli;

import io.elt.cli.report.Findings;
import io.elt.cli.report.ReportFormat;
import io.elt.cli.run.CheckProject;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ProblemPage;
import io.elt.diagnostic.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

/** Finds what is wrong before anything runs. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Render all files and plan every query with Flink's own planner, and tell everything that is wrong.",
            "Touches no cluster, no source and no table. With selectors: tells the problems of these files only.",
        },
        footer = {
            "",
            "  elt check",
            "  elt check sql/dws_deposit.sql",
            "  elt check -t prod layer:ads",
            "  elt check --output sarif > elt.sarif"
        })
final class CheckCommand implements Callable<Integer> {
    @ParentCommand
    Elt elt;

    @Spec
    CommandSpec spec;

    @Mixin
    ProjectOptions project;

    @Mixin
    SelectionOptions selection;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = {
                "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). table tells people on standard error;"
                        + " the others print to standard output.",
            })
    ReportFormat format;

    @Override
    public Integer call() {
        if (format.printer().isEmpty()) {
            return tell(check());
        }
        try {
            CheckProject.Report report = check();
            Findings.Coverage coverage = new Findings.Coverage(report.files(), report.jobs(), true);
            return print(coverage, report.problems());
        } catch (EltException e) {
            if (ExitCode.of(e) == ExitCode.USAGE) {
                throw e;
            }
            // Whoever reads the report has to find there what kept the check from looking further.
            return print(Findings.Coverage.NONE, e.diagnostics());
        }
    }

    private CheckProject.Report check() {
        return new CheckProject(elt.loading()).check(project.directory, project.overrides(), selection.selection());
    }

    private int print(Findings.Coverage coverage, List<Diagnostic> problems) {
        Findings findings = elt.findings(project.directory, coverage, problems);
        format.printer().ifPresent(printer -> spec.commandLine().getOut().print(printer.print(findings)));
        return exitCode(problems);
    }

    private int tell(CheckProject.Report report) {
        PrintWriter err = spec.commandLine().getErr();
        String looked = count(report.files(), "file") + ", " + count(report.jobs(), "job") + ": ";
        if (report.problems().isEmpty()) {
            err.println(looked + "no problems");
            return ExitCode.DONE;
        }
        err.print(elt.printer(project.directory).print(report.problems()));
        err.println();
        err.println(count(report.problems().size(), "problem"));
        ProblemPage.pointer(report.problems()).ifPresent(err::println);
        return exitCode(report.problems());
    }

    private static int exitCode(List<Diagnostic> problems) {
        boolean failed = problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        return failed ? ExitCode.FAILED : ExitCode.DONE;
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
