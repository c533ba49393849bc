package io.elt.serving;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Problems;
import io.elt.script.Statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All statements of {@code sql/serving/}, in an order in which they can be applied: databases, tables, then views.
 *
 * @param statements in that order
 * @param tables what they create
 */
public record ServingScript(List<Statement> statements, List<ServingTable> tables) {
    public ServingScript {
        statements = List.copyOf(statements);
        tables = List.copyOf(tables);
    }

    /**
     * @throws io.elt.diagnostic.EltException with all statements that cannot be read
     */
    public static ServingScript of(List<Statement> statements) {
        Problems problems = new Problems();
        List<ServingTable> tables = new ArrayList<>();
        for (Statement statement : statements) {
            try {
                TableDdl.read(statement.executableText()).ifPresent(table -> {
                    if (tables.stream().anyMatch(table::isSameAs)) {
                        problems.add(twice(table, statement));
                        return;
                    }
                    tables.add(table);
                });
            } catch (IllegalArgumentException e) {
                problems.add(
                        Diagnostic.error(ErrorCode.SERVING_SQL, "this CREATE TABLE cannot be read: " + e.getMessage())
                                .at(statement.origin()));
            }
        }
        problems.throwIfErrors();
        return new ServingScript(
                statements.stream()
                        .sorted(Comparator.comparingInt(ServingScript::rank))
                        .toList(),
                tables);
    }

    /** The views, in the order in which they are written. */
    public List<ServingView> views() {
        return statements.stream().flatMap(each -> ViewDdl.read(each).stream()).toList();
    }

    private static Diagnostic twice(ServingTable table, Statement statement) {
        return Diagnostic.error(
                        ErrorCode.SERVING_SQL,
                        "the table " + table.database() + "." + table.table() + " is created twice")
                .at(statement.origin())
                .withHint("remove one of the statements; to change the table write ALTER TABLE");
    }

    private static int rank(Statement statement) {
        return switch (statement.kind()) {
            case CREATE_DATABASE -> 0;
            case CREATE_TABLE -> 1;
            default -> 2;
        };
    }
}
