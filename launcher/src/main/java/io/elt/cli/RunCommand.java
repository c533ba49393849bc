package io.elt.cli;

import io.elt.cli.output.Rows;
import io.elt.cli.run.DryRun;
import io.elt.cli.run.LiveView;
import io.elt.cli.run.Progress;
import io.elt.cli.run.RunJobs;
import io.elt.cli.run.RunRequest;
import io.elt.cli.run.Start;
import io.elt.cli.run.StopSignal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Runs files as jobs. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Run files as Flink jobs, each from where it stopped last time.",
            "On the embedded target: shows every job with its state and how far it is behind, until Ctrl-C stops all"
                    + " with savepoints.",
            "On a cluster: returns when all jobs run, and they live on. What runs unchanged is left alone, what has"
                    + " changed goes on from a savepoint.",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  elt run sql/dws_deposit.sql",
            "  elt run +ads_branch --once",
            "  elt run layer:ods --fresh",
            "  elt run -t prod --restart",
            "  elt run dws_deposit --mode batch --to 2024-02-01",
            "  elt run dws_deposit --mode batch --to today"
        })
final class RunCommand implements Callable<Integer> {
    @ParentCommand
    Elt elt;

    @Spec
    CommandSpec spec;

    @Mixin
    ProjectOptions project;

    @Mixin
    SelectionOptions selection;

    @Mixin
    PortOptions ports;

    @Mixin
    OutputOption output;

    @Option(
            names = "--once",
            description = "End when everything that was in the sources at the start is visible at the end of the graph,"
                    + " and print what each table gained.")
    boolean once;

    @Option(names = "--fresh", description = "Start without saved state: read everything again.")
    boolean fresh;

    @Option(
            names = "--restart",
            description = "Also take jobs that run unchanged through a savepoint, as after a change of a secret.")
    boolean restart;

    @Option(
            names = "--from-savepoint",
            paramLabel = "PATH",
            description =
                    "Start one job from this savepoint or checkpoint, as Flink knows it: file:///..., hdfs:///..., s3://...")
    String savepoint;

    @Option(
            names = "--dry-run",
            description = "On Kubernetes: print the manifests of the jobs as YAML instead of applying them. Nothing is"
                    + " contacted.")
    boolean dryRun;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "streaming (default), or batch: the tables are made anew as of --to, and the run ends.")
    Mode mode = Mode.streaming;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "With --mode batch: only what changed since then; written as --to.")
    String from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            description =
                    "With --mode batch: as of that time: 2024-01-31, 2024-01-31T06:00, today, yesterday, -7d; default: now.")
    String to;

    /** How files run. */
    enum Mode {
        streaming,
        batch
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Progress progress = new Progress(spec.commandLine().getErr());
        if (dryRun) {
            out.print(new DryRun(elt.loading(), progress).manifests(dryRequest()));
            out.flush();
            return ExitCode.DONE;
        }
        StopSignal signal = StopSignal.install(() -> progress.say(
                mode == Mode.batch
                        ? "stopped at once: what runs on a cluster goes on, and the same command waits for it"
                        : "stopped at once, without savepoints: the next run goes on from the last checkpoints"));
        LiveView view = new LiveView(spec.commandLine().getErr(), Console.screen(elt.environment()));
        Optional<Rows> gained = new RunJobs(elt.loading(), progress, signal, view).run(request());
        gained.ifPresent(rows -> out.print(output.format.print(rows)));
        return gained.isPresent() ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** Manifests say what shall run, not how it gets there. */
    private RunRequest dryRequest() {
        if (once || fresh || restart || savepoint != null || mode == Mode.batch) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--dry-run prints what shall run as streams; --once, --fresh, --restart, --from-savepoint and --mode are about a run");
        }
        return request();
    }

    private RunRequest request() {
        return new RunRequest(
                project.directory,
                project.overrides(),
                ports.ports(),
                selection.selection(),
                once ? RunRequest.Until.CAUGHT_UP : RunRequest.Until.STOPPED,
                start(),
                dates());
    }

    private Optional<RunRequest.Dates> dates() {
        if (mode == Mode.streaming) {
            if (from != null || to != null) {
                throw new ParameterException(spec.commandLine(), "--from and --to need --mode batch");
            }
            return Optional.empty();
        }
        if (once || restart || savepoint != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "a batch ends by itself and has no state: --once, --restart and --from-savepoint are for streams");
        }
        return Optional.of(new RunRequest.Dates(Optional.ofNullable(from), Optional.ofNullable(to)));
    }

    private Start start() {
        if (fresh && savepoint != null) {
            throw new ParameterException(
                    spec.commandLine(), "--fresh starts without state, --from-savepoint with it: choose one");
        }
        if (restart && (fresh || savepoint != null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--restart takes a savepoint of each job; --fresh and --from-savepoint say where else to start");
        }
        if (fresh) {
            return Start.FRESH;
        }
        if (restart) {
            return Start.RESTART;
        }
        return savepoint == null ? Start.RESUME : Start.from(savepoint);
    }
}
