package io.elt.cli.report;

/** One form of a report. */
public interface ReportPrinter {
    /** The whole text for standard output, with a line end after the last line. */
    String print(Findings findings);
}
