package io.elt.cli;

import io.elt.cli.run.Progress;
import io.elt.cli.run.RunTests;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.DiagnosticPrinter;
import io.elt.diagnostic.ErrorCode;
import io.elt.unittest.run.CaseResult;
import io.elt.unittest.run.CaseResult.Status;
import io.elt.unittest.run.JUnitXml;
import io.elt.unittest.run.TestUpdate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells on standard error how the cases went. */
final class TestReport {
    private final Progress progress;
    private final DiagnosticPrinter printer;
    private final DiagnosticPrinter plain;
    private final Set<Diagnostic> told = new HashSet<>();

    /**
     * @param printer for the terminal
     * @param plain for files
     */
    TestReport(Progress progress, DiagnosticPrinter printer, DiagnosticPrinter plain) {
        this.progress = progress;
        this.printer = printer;
        this.plain = plain;
    }

    void finished(int number, int all, CaseResult result) {
        if (result.status() == Status.SKIPPED) {
            return;
        }
        progress.say(number + " of " + all + " " + result.file().path() + ": "
                + result.test().name() + " ... [" + word(result.status()) + " in "
                + Progress.seconds(result.time().toNanos()) + "]");
        result.leftOut()
                .forEach(run -> progress.say("  not run " + run.run() + ": "
                        + run.reason().lines().findFirst().orElse("")));
        // A file that cannot be planned keeps many cases from running, for one reason.
        List<Diagnostic> news = result.problems().stream().filter(told::add).toList();
        if (!news.isEmpty()) {
            progress.say(printer.print(news).stripTrailing());
        }
        result.smallest().ifPresent(yaml -> progress.say("\nThe smallest input that shows it:\n" + yaml.strip()));
    }

    /** Returns whether all is well. */
    boolean summarise(RunTests.Report report) {
        List<String> counts = new ArrayList<>();
        for (Status status : Status.values()) {
            long count = report.count(status);
            if (count > 0) {
                counts.add(count + " " + status.name().toLowerCase(Locale.ROOT).replace("error", "with errors"));
            }
        }
        int all = report.results().size();
        progress.say(all + (all == 1 ? " case: " : " cases: ") + String.join(", ", counts));
        report.updated().ifPresent(this::tell);
        return report.count(Status.PASSED) == all;
    }

    void writeJUnit(Path file, RunTests.Report report) {
        String xml = JUnitXml.of(report.results(), plain::print);
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            Files.writeString(file, xml);
        } catch (IOException e) {
            throw Diagnostic.error(ErrorCode.NOT_WRITABLE, file + " cannot be written: " + e.getMessage())
                    .toException(e);
        }
    }

    private void tell(TestUpdate.Updated updated) {
        if (!updated.refused().isEmpty()) {
            progress.say(printer.print(updated.refused()).stripTrailing());
        }
        progress.say(
                updated.files() == 0
                        ? "nothing was rewritten"
                        : updated.files() + (updated.files() == 1 ? " file was" : " files were")
                                + " rewritten: look at the difference, then run the cases again");
    }

    private static String word(Status status) {
        return switch (status) {
            case PASSED -> "OK";
            case FAILED -> "FAILED";
            case ERROR -> "ERROR";
            case SKIPPED -> "SKIPPED";
        };
    }
}
