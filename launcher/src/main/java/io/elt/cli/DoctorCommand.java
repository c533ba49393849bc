package io.elt.cli;

import io.elt.cli.doctor.Doctor;
import io.elt.cli.doctor.Finding;
import io.elt.cli.doctor.Verdict;
import io.elt.cli.output.OutputFormat;
import io.elt.cli.output.Rows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

/** Tells what would keep elt from working here. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Look at Java, memory, disk, ports, folders and versions, and whether what the targets name answers.",
            "Says of each what to do. Exit 1 if something is wrong: here, or with the target that would be taken.",
        },
        footerHeading = "%nExamples:%n",
        footer = {"  elt doctor", "  elt doctor -t production", "  elt doctor --output json"})
final class DoctorCommand implements Callable<Integer> {
    @ParentCommand
    Elt elt;

    @Spec
    CommandSpec spec;

    @Mixin
    ProjectOptions project;

    @Mixin
    PortOptions ports;

    @Mixin
    OutputOption output;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        List<Finding> findings = new Doctor(elt.loading(), new Version().getVersion()[0])
                .examine(project.directory, project.overrides(), ports.ports());
        spec.commandLine()
                .getOut()
                .print(output.format == OutputFormat.table ? text(findings) : output.format.print(rows(findings)));
        spec.commandLine().getOut().flush();
        long wrong = count(findings, Verdict.wrong);
        long warnings = count(findings, Verdict.warning);
        err.println(wrong + " wrong, " + warnings + (warnings == 1 ? " warning" : " warnings"));
        return wrong == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static long count(List<Finding> findings, Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).count();
    }

    /** In lines instead of columns, for what was found is long. */
    private static String text(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            text.append(String.format("%-9s%s: %s%n", finding.verdict(), finding.subject(), finding.found()));
            if (!finding.advice().isEmpty()) {
                text.append(String.format("%-9s-> %s%n", "", finding.advice()));
            }
        }
        return text.toString();
    }

    private static Rows rows(List<Finding> findings) {
        return new Rows(
                List.of("verdict", "subject", "found", "advice"),
                findings.stream()
                        .map(finding -> List.<Object>of(
                                finding.verdict().name(), finding.subject(), finding.found(), finding.advice()))
                        .toList());
    }
}
