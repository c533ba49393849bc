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

/** Ends jobs at once. */
@Command(
        name = "cancel",
        mixinStandardHelpOptions = true,
        description = {
            "End jobs at once, without a savepoint.",
            "Their checkpoints stay: the next `elt run` goes on from the newest one.",
        },
        footerHeading = "%nExamples:%n",
        footer = {"  elt cancel dws_deposit", "  elt cancel layer:ads --target prod"})
final class CancelCommand implements Callable<Integer> {
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
            Rows rows = jobs.cancel(progress);
            spec.commandLine().getOut().print(output.format.print(rows));
            return ExitCode.DONE;
        }
    }
}
