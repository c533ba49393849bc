package io.elt.cli.report;

import java.util.Optional;

/** The values of {@code elt check --output}. */
public enum ReportFormat {
    /** For people: told on standard error, as every problem is. */
    table(null),
    json(new JsonReport()),
    sarif(new SarifReport()),
    github(new GithubReport());

    private final ReportPrinter printer;

    ReportFormat(ReportPrinter printer) {
        this.printer = printer;
    }

    /** Empty where problems are told and not printed. */
    public Optional<ReportPrinter> printer() {
        return Optional.ofNullable(printer);
    }
}
