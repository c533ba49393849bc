package io.elt.cli;

import io.elt.cli.output.OutputFormat;
import io.elt.cli.output.Rows;
import io.elt.cli.run.ShowHistory;
import io.elt.deployment.DeploymentDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

/** Shows what was deployed. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = {
            "List what was deployed when, by whom and from which commit: the last entry of each job, or all of one.",
            "The record is a table of the lake, so everybody sees the same.",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  elt history",
            "  elt history dws_deposit --output json",
            "  elt history dws_deposit --diff",
            "  elt history dws_deposit --diff 20261120-093000-a1b2c3 4d5e6f",
        })
final class HistoryCommand implements Callable<Integer> {
    @ParentCommand
    Elt elt;

    @Spec
    CommandSpec spec;

    @Mixin
    ProjectOptions project;

    @Mixin
    OutputOption output;

    @Parameters(arity = "0..1", paramLabel = "JOB", description = "The name of a job.")
    String job;

    @Option(
            names = "--diff",
            arity = "0..2",
            paramLabel = "ID",
            description = "Show what differs between two entries of the job, or without ids, what was changed last."
                    + " The end of an id is enough.")
    List<String> diff;

    @Override
    public Integer call() {
        if (diff != null && (job == null || diff.size() == 1)) {
            throw new ParameterException(
                    spec.commandLine(), "--diff compares two entries of one job: elt history JOB --diff [ID ID]");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (ShowHistory history = ShowHistory.open(elt.loading(), project.directory, project.overrides())) {
            if (diff != null) {
                print(history.diff(job, diff), out);
            } else {
                out.print(output.format.print(job == null ? history.jobs() : history.of(job)));
            }
        }
        return ExitCode.DONE;
    }

    private void print(List<DeploymentDiff.Line> lines, PrintWriter out) {
        if (output.format == OutputFormat.json) {
            List<List<Object>> rows = lines.stream()
                    .map(line -> List.<Object>of(line.part(), line.change(), line.text()))
                    .toList();
            out.print(output.format.print(new Rows(List.of("part", "change", "text"), rows)));
            return;
        }
        String part = "";
        for (DeploymentDiff.Line line : lines) {
            if (!line.part().equals(part)) {
                part = line.part();
                out.println("@@ " + part + " @@");
            }
            out.println((line.change() + line.text()).stripTrailing());
        }
    }
}
