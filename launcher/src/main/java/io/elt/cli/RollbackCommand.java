package io.elt.cli;

import io.elt.cli.output.Rows;
import io.elt.cli.run.Progress;
import io.elt.cli.run.RollBack;
import io.elt.cli.run.RollbackRequest;
import io.elt.cli.run.StopSignal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.util.Optional;
import java.util.concurrent.Callable;

/** Brings a job back to what it was. */
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description = {
            "Bring a job, its state and its tables back to an entry of the deployment record.",
            "What its tables got since is deleted. On the embedded target nothing may run; the next `elt run` goes on from there,"
                    + " with the files as they are then. On a cluster the job runs again with the statements of the entry.",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  elt rollback dws_deposit",
            "  elt rollback dwd_account --downstream",
            "  elt rollback dws_deposit --to 20261120-093000-a1b2c3 --target prod",
        })
final class RollbackCommand implements Callable<Integer> {
    @ParentCommand
    Elt elt;

    @Spec
    CommandSpec spec;

    @Mixin
    ProjectOptions project;

    @Mixin
    OutputOption output;

    @Parameters(paramLabel = "JOB", description = "The name of a job.")
    String job;

    @Option(
            names = "--to",
            paramLabel = "ID",
            description =
                    "An entry of `elt history JOB`, or the end of its id (default: the last savepoint that was left by other"
                            + " statements than the job has now).")
    String to;

    @Option(
            names = "--downstream",
            description =
                    "Also bring back the jobs that have read what the job wrote since, each to a savepoint from before that.")
    boolean downstream;

    @Override
    public Integer call() {
        Progress progress = new Progress(spec.commandLine().getErr());
        StopSignal signal = StopSignal.install(
                () -> progress.say("stopped at once: 'elt rollback " + job + " --downstream' goes on with it"));
        Optional<Rows> rows = new RollBack(elt.loading(), progress, signal)
                .run(new RollbackRequest(
                        project.directory,
                        project.overrides(),
                        job,
                        Optional.ofNullable(to),
                        downstream ? RollbackRequest.Scope.DOWNSTREAM : RollbackRequest.Scope.JOB));
        rows.ifPresent(went -> spec.commandLine().getOut().print(output.format.print(went)));
        return rows.isPresent() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
