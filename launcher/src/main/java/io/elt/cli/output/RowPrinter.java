package io.elt.cli.output;

/** One output format. */
public interface RowPrinter {
    /** The rows as text, with a line end after the last line. */
    String print(Rows rows);
}
