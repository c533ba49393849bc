package io.elt.cli;

import io.elt.cli.run.ClusterJobs;
import io.elt.cli.run.StatusWatch;
import io.elt.cli.run.StopSignal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** Shows how jobs are. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Show how jobs and their tables are, as the cluster says now: state, restarts, last checkpoint, how far behind"
                    + " each input, why a job failed.",
            "Exit code 1 when a selected job is not well.",
        },
        footerHeading = "%nExamples:%n",
        footer = {"  elt status", "  elt status +ads_branch --watch", "  elt status --target prod --output json"})
final class StatusCommand implements Callable<Integer> {
    @ParentCommand
    Elt elt;

    @Spec
    CommandSpec spec;

    @Mixin
    ClusterJobsOptions selected;

    @Mixin
    OutputOption output;

    @Option(names = "--watch", description = "Look again and again, until Ctrl-C.")
    boolean watch;

    @Override
    public Integer call() {
        try (ClusterJobs jobs = selected.open(elt)) {
            StatusWatch status = new StatusWatch(
                    jobs, output.format, spec.commandLine().getOut(), Console.screen(elt.environment()));
            boolean well = watch ? status.until(StopSignal.install(() -> {})) : status.once();
            return well ? ExitCode.DONE : ExitCode.FAILED;
        }
    }
}
