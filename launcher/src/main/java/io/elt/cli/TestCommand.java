package io.elt.cli;

import io.elt.cli.run.Progress;
import io.elt.cli.run.RunTests;
import io.elt.cli.run.StopSignal;
import io.elt.unittest.run.TestRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Runs the unit tests. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = {
            "Run the cases of tests/*.yaml: the SQL of a file with rows that stand in the case, on an embedded Flink.",
            "A case that passes runs again with its input in other orders, with restarts and as a batch: the result must be"
                    + " the same.",
            "With selectors: the cases that test one of these files.",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  elt test",
            "  elt test dws_deposit --fail-fast",
            "  elt test layer:dws --case '*moves*'",
            "  elt test --junit target/elt.xml",
        })
final class TestCommand implements Callable<Integer> {
    @ParentCommand
    Elt elt;

    @Spec
    CommandSpec spec;

    @Mixin
    ProjectOptions project;

    @Mixin
    SelectionOptions selection;

    @Mixin
    OutputOption output;

    @Option(
            names = "--case",
            paramLabel = "GLOB",
            description = "Only cases whose names are like this; may be repeated.")
    List<String> names = new ArrayList<>();

    @Option(names = "--fail-fast", description = "Start no further case after the first one that does not pass.")
    boolean failFast;

    @Option(
            names = "--update",
            description =
                    "Write what came out into the cases that expected something else; look at the difference before"
                            + " you keep it.")
    boolean update;

    @Option(names = "--junit", paramLabel = "FILE", description = "Also write the results as JUnit's XML, for CI.")
    Path junit;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Draws the orders in which cases run again; the same seed draws the same (default:"
                    + " ${DEFAULT-VALUE}).")
    long seed;

    @Override
    public Integer call() {
        Progress progress = new Progress(spec.commandLine().getErr());
        StopSignal signal = StopSignal.install(() -> progress.say("stopped at once"));
        TestReport report =
                new TestReport(progress, elt.printer(project.directory), elt.plainPrinter(project.directory));
        RunTests.Report results = new RunTests(elt.loading()).run(request(), report::finished, signal::isRequested);
        spec.commandLine().getOut().print(output.format.print(results.rows()));
        if (junit != null) {
            report.writeJUnit(junit, results);
        }
        return report.summarise(results) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private RunTests.Request request() {
        return new RunTests.Request(
                project.directory,
                project.overrides(),
                selection.selection(),
                names,
                seed,
                failFast ? TestRun.WhenFailed.STOP : TestRun.WhenFailed.GO_ON,
                update ? RunTests.WhenDifferent.UPDATE : RunTests.WhenDifferent.TELL);
    }
}
