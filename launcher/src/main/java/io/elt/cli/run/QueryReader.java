package io.elt.cli.run;

import java.util.Iterator;
import java.util.List;

/** Takes the answer of a query while it comes. */
@FunctionalInterface
public interface QueryReader {
    /**
     * @param kind what it is
     */
    void read(List<String> columns, Iterator<List<Object>> rows, Kind kind);

    /** Rows of a table, or one text such as a plan or a CREATE statement. */
    enum Kind {
        ROWS,
        TEXT
    }
}
