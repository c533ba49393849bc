package io.elt.cli;

import io.elt.cli.output.Rows;
import io.elt.cli.run.ClusterJobs;
import io.elt.cli.run.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** Stops jobs so that they can go on. */
@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description = {
            "Stop jobs, each with a savepoint, in the order of the data.",
            "The next `elt run` goes on from there.",
        },
        footerHeading = "%nExamples:%n",
        footer = {"  elt stop", "  elt stop sql/dws_deposit.sql", "  elt stop layer:ads --target prod"})
final class StopCommand implements Callable<Integer> {
    @ParentCommand
    Elt elt;

    @Spec
    CommandSpec spec;

    @Mixin
    ClusterJobsOptions selected;

    @Mixin
    OutputOption output;

    @Override
    public Integer call() {
        Progress progress = new Progress(spec.commandLine().getErr());
        try (ClusterJobs jobs = selected.open(elt)) {
            Rows rows = jobs.stop(progress);
            spec.commandLine().getOut().print(output.format.print(rows));
            return ExitCode.DONE;
        }
    }
}
