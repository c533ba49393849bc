package io.elt.cli;

import io.elt.cli.output.OutputFormat;
import io.elt.cli.run.Demo;
import io.elt.cli.run.DemoRequest;
import io.elt.cli.run.DemoView;
import io.elt.cli.run.Progress;
import io.elt.cli.run.RunRequest;
import io.elt.cli.run.StopSignal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Shows what elt does, on a bank. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Run the sample bank through the whole warehouse, on the embedded stack.",
            "The bank goes on living, with transactions, moves, corrections, deletes and dirty records, until Ctrl-C.",
        },
        footerHeading = "%nExamples:%n",
        footer = {"  elt demo", "  elt demo --once --output json", "  elt demo --bank pkdd99/ --once"})
final class DemoCommand implements Callable<Integer> {
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

    @Option(
            names = "--bank",
            paramLabel = "DIR",
            description = "Read the bank from a folder in PKDD'99 form instead of making one up.")
    Path bank;

    @Option(
            names = "--transactions",
            paramLabel = "N",
            defaultValue = "20000",
            description = "How many transactions the made-up bank starts with (default: ${DEFAULT-VALUE}).")
    long transactions;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "50",
            description = "Changes a second while it goes on (default: ${DEFAULT-VALUE}).")
    double rate;

    @Option(
            names = "--once",
            description = "End when everything has gone through; compare the branches with an independent recomputation"
                    + " from the source records, and exit 1 if one cell differs.")
    boolean once;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Progress progress = new Progress(err);
        StopSignal signal = StopSignal.install(() ->
                progress.say("stopped at once, without savepoints: the next run goes on from the last checkpoints"));
        DemoView view = new DemoView(out, Console.screen(elt.environment()));
        Optional<Demo.Result> result = new Demo(elt.loading(), progress, signal, view).run(request());
        if (result.isEmpty()) {
            return once ? ExitCode.FAILED : ExitCode.DONE;
        }
        out.print(output.format.print(result.get().branches()));
        if (result.get().differences().rows().isEmpty()) {
            return ExitCode.DONE;
        }
        err.print(OutputFormat.table.print(result.get().differences()));
        return ExitCode.FAILED;
    }

    private DemoRequest request() {
        return new DemoRequest(
                project.directory,
                project.overrides(),
                ports.ports(),
                Optional.ofNullable(bank),
                transactions,
                rate,
                once ? RunRequest.Until.CAUGHT_UP : RunRequest.Until.STOPPED);
    }
}
