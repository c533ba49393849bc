package io.elt.lineage;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.script.Statement;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What can be wrong with a question about lineage, and with what it is answered from. */
final class LineageErrors {
    private LineageErrors() {}

    /**
     * @param table the name without what may be its column
     */
    static Diagnostic unknownTable(String name, String table, Collection<String> known) {
        return Diagnostic.error(ErrorCode.UNKNOWN_TABLE, "there is no table, view or input '" + name + "'")
                .withHint("'elt ls' shows which tables there are")
                .suggesting(name, known)
                .suggesting(table, known);
    }

    static Diagnostic unknownColumn(Dataset dataset, String column, List<String> known) {
        return Diagnostic.error(ErrorCode.UNKNOWN_COLUMN, dataset + " has no column '" + column + "'")
                .withHint("it has " + String.join(", ", known))
                .suggesting(column, known);
    }

    static Diagnostic ambiguous(String name, Collection<Dataset> found) {
        return Diagnostic.error(ErrorCode.AMBIGUOUS_TABLE, "'" + name + "' may be more than one table")
                .withHint(
                        "write one of " + found.stream().map(Dataset::toString).collect(Collectors.joining(", ")));
    }

    static Diagnostic viewNotRead(Statement statement, String view, String reason) {
        return Diagnostic.warning(
                        ErrorCode.VIEW_NOT_FOLLOWED, "the columns of view " + view + " cannot be followed: " + reason)
                .at(statement.origin())
                .withHint("all that is told is right, but nothing is told of this view and of what reads it");
    }
}
