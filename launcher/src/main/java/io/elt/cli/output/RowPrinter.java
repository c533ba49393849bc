package io.elt.cli.output;

import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;

/** One output format. */
public interface RowPrinter {
    /**
     * Prints rows as they come, with a line end after the last line, and holds only few of them in memory.
     *
     * @param rows of as many cells as there are columns; see {@link Rows} for what a cell can be
     */
    void print(List<String> columns, Iterator<List<Object>> rows, PrintWriter out);
}
