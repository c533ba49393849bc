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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what is wrong before anything runs. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Render all files and plan every query with Flink's own planner, and tell everything that is wrong.",
            "Touches no cluster, no source and no table. With selectors: tells the problems of these files only.",
            "Exit code: 1 if there is an error; warnings alone do not count, unless --strict is given.",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  elt check",
            "  elt check --strict",
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

    @Option(names = "--strict", description = "Warnings are errors.")
    boolean strict;

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
        CheckProject.Report report =
                new CheckProject(elt.loading()).check(project.directory, project.overrides(), selection.selection());
        return strict ? strictly(report) : report;
    }

    private static CheckProject.Report strictly(CheckProject.Report report) {
        List<Diagnostic> errors = report.problems().stream()
                .map(problem -> problem.withSeverity(Severity.ERROR))
                .toList();
        return new CheckProject.Report(report.files(), report.jobs(), errors);
    }

    private int print(Findings.Coverage coverage, List<Diagnostic> problems) {
        Findings findings = elt.findings(project.directory, coverage, problems);
        format.printer().ifPresent(printer -> spec.commandLine().getOut().print(printer.print(findings)));
        return exitCode(problems);
    }

    private int tell(CheckProject.Report report) {
        PrintWriter err = spec.commandLine().getErr();
        List<Diagnostic> found = report.problems();
        String looked = count(report.files(), "file") + ", " + count(report.jobs(), "job") + ": ";
        if (found.isEmpty()) {
            err.println(looked + "no problems");
            return ExitCode.DONE;
        }
        err.print(elt.printer(project.directory).print(found));
        err.println();
        int errors = errors(found);
        err.println(Stream.of(count(errors, "problem"), count(found.size() - errors, "warning"))
                .filter(counted -> !counted.startsWith("0 "))
                .collect(Collectors.joining(", ")));
        ProblemPage.pointer(found).ifPresent(err::println);
        return exitCode(found);
    }

    private static int exitCode(List<Diagnostic> problems) {
        return errors(problems) == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static int errors(List<Diagnostic> problems) {
        return (int) problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .count();
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
