package io.elt.cli;

import io.elt.cli.clean.Cleaning;
import io.elt.cli.clean.Leftover;
import io.elt.cli.clean.What;
import io.elt.cli.output.Rows;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Removes what elt has made. */
@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        description = {
            "Delete what elt has made in the project, below .elt/: tells what and how large it is, and asks first.",
            "Your files are not touched, nor what elt does not know, nor a lake that lies elsewhere.",
        },
        footerHeading = "%nExamples:%n",
        footer = {"  elt clean", "  elt clean --what logs --yes", "  elt clean --what data && elt run"})
final class CleanCommand implements Callable<Integer> {
    private static final double KILO = 1000;

    @ParentCommand
    Elt elt;

    @Spec
    CommandSpec spec;

    @Mixin
    DirectoryOption project;

    @Mixin
    OutputOption output;

    @Option(
            names = "--what",
            paramLabel = "WHAT",
            defaultValue = "all",
            description = {
                "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
                "data: topics, tables, StarRocks and the state of the jobs, so that the next run starts over.",
            })
    What what;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    boolean yes;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Cleaning cleaning = Cleaning.of(project.directory, what);
        List<Leftover> leftovers = cleaning.leftovers();
        if (leftovers.isEmpty()) {
            err.println("nothing to delete");
            return ExitCode.DONE;
        }
        spec.commandLine().getOut().print(output.format.print(rows(leftovers)));
        spec.commandLine().getOut().flush();
        String size = size(leftovers.stream().mapToLong(Leftover::bytes).sum());
        if (!yes && !confirmed("Delete all that, " + size + "?")) {
            err.println("nothing was deleted");
            return ExitCode.FAILED;
        }
        cleaning.delete(leftovers);
        err.println("deleted " + size);
        return ExitCode.DONE;
    }

    private boolean confirmed(String question) {
        return Question.ask(question).orElseThrow(() -> Diagnostic.error(
                        ErrorCode.NOT_CONFIRMED, "nothing was deleted: there is no terminal to ask on")
                .withHint("look at the list, then say it with --yes")
                .toException());
    }

    private Rows rows(List<Leftover> leftovers) {
        return new Rows(
                List.of("path", "files", "bytes"),
                leftovers.stream()
                        .map(leftover -> List.<Object>of(
                                project.directory.relativize(leftover.path()).toString(),
                                leftover.files(),
                                leftover.bytes()))
                        .toList());
    }

    static String size(long bytes) {
        if (bytes < KILO) {
            return bytes + " bytes";
        }
        double size = bytes;
        int unit = -1;
        while (size >= KILO) {
            size /= KILO;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %sB", size, "kMGT".charAt(unit));
    }
}
