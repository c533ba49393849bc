package io.elt.cli;

import io.elt.cli.run.ClusterJobs;
import io.elt.submit.JobLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** Shows what the processes of a job have logged. */
@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = {
            "Show the end of the logs of the processes that run a job, as the cluster has them now.",
            "On a session cluster other jobs are in them, too; the embedded target has one log for all.",
        },
        footerHeading = "%nExamples:%n",
        footer = {"  elt logs dws_deposit", "  elt logs dws_deposit --lines 1000 --target prod | grep WARN"})
final class LogsCommand implements Callable<Integer> {
    @ParentCommand
    Elt elt;

    @Spec
    CommandSpec spec;

    @Mixin
    ClusterJobsOptions selected;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "100",
            description = "How many lines of each log (default: ${DEFAULT-VALUE}).")
    int lines;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (ClusterJobs jobs = selected.open(elt)) {
            for (JobLog log : jobs.logs(lines)) {
                out.println("==> " + log.process() + " <==");
                log.lines().forEach(line -> out.println(elt.redacted(line)));
            }
        }
        return ExitCode.DONE;
    }
}
