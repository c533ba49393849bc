package io.elt.cli.output;

/** The values of {@code --output}. */
public enum OutputFormat {
    table(new TablePrinter()),
    json(new JsonPrinter());

    private final RowPrinter printer;

    OutputFormat(RowPrinter printer) {
        this.printer = printer;
    }

    public String print(Rows rows) {
        return printer.print(rows);
    }
}
