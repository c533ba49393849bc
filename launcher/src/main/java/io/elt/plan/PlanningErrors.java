package io.elt.plan;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.script.Statement;

import java.util.List;
import java.util.stream.Collectors;

/** What can be wrong with the graph, besides what Flink's planner finds. */
final class PlanningErrors {
    private PlanningErrors() {}

    /** Runs a step of planning; what it throws comes back as problems of the statement. */
    static List<PlanningProblem> of(Statement statement, PlanningSession session, Runnable step) {
        try {
            step.run();
            return List.of();
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            // Also checked ones: Flink's parser throws some without declaring them.
            return session.explain(statement, e);
        }
    }

    static Diagnostic notACatalog(Statement statement) {
        return Diagnostic.error(ErrorCode.SQL_UNSUPPORTED, "only CREATE CATALOG may stand in catalogs/")
                .at(statement.origin())
                .withHint("move the statement into a file below sql/");
    }

    static Diagnostic reservedCatalog(Statement statement, String name) {
        return Diagnostic.error(ErrorCode.CATALOG_FAILED, "the name " + name + " is taken by Flink's own catalog")
                .at(statement.origin())
                .withHint("give the catalog another name");
    }

    static Diagnostic catalogTwice(Statement first, Statement second, String name) {
        return Diagnostic.error(ErrorCode.CATALOG_DEFINED_TWICE, "the catalog " + name + " is already defined")
                .at(second.origin())
                .withDetail("first at " + first.span())
                .withHint("remove one of them; what differs between targets can be a variable");
    }

    static Diagnostic tooManyInserts(Statement statement, int most) {
        return Diagnostic.error(ErrorCode.STATEMENT_SET, "a job holds at most " + most + " INSERTs, and here are more")
                .at(statement.origin())
                .withHint("put the rows into one INSERT with VALUES or UNION ALL, or split the file");
    }

    static Diagnostic emptySet(Statement statement) {
        return Diagnostic.error(ErrorCode.SQL_SYNTAX, "SET needs a key and a value here")
                .at(statement.origin())
                .withHint("write SET 'key' = 'value';");
    }

    static Diagnostic definedTwice(TableName table, Statement first, Statement second) {
        return Diagnostic.error(
                        ErrorCode.TABLE_DEFINED_TWICE,
                        "table " + table + " is already defined otherwise in " + first.span())
                .at(second.origin())
                .withHint("define a table in one file; the others only read it");
    }

    static Diagnostic cycle(List<Job> jobs) {
        String path = jobs.stream().map(Job::name).collect(Collectors.joining(" -> "));
        Job first = jobs.get(0);
        return Diagnostic.error(
                        ErrorCode.DEPENDENCY_CYCLE, "these jobs read from each other: " + path + " -> " + first.name())
                .at(first.statements().get(first.statements().size() - 1).origin())
                .withHint("let one of them read from a layer below instead");
    }
}
