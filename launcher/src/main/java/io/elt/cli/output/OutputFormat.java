package io.elt.cli.output;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Iterator;
import java.util.List;

/** The values of {@code --output}. */
public enum OutputFormat {
    table(new TablePrinter()),
    json(new JsonPrinter());

    private final RowPrinter printer;

    OutputFormat(RowPrinter printer) {
        this.printer = printer;
    }

    public String print(Rows rows) {
        StringWriter text = new StringWriter();
        print(rows.columns(), rows.rows().iterator(), new PrintWriter(text));
        return text.toString();
    }

    /** Prints rows as they come. */
    public void print(List<String> columns, Iterator<List<Object>> rows, PrintWriter out) {
        printer.print(columns, rows, out);
        out.flush();
    }
}
