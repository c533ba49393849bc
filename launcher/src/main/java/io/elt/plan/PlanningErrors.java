package io.elt.plan;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Origin;
import io.elt.script.Statement;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParserPos;

import java.util.List;
import java.util.stream.Collectors;

/** Turns what Flink's planner throws into diagnostics that point at the line its author wrote. */
final class PlanningErrors {
    private PlanningErrors() {}

    /** Runs a step of planning; what it throws comes back as problems of the statement. */
    static List<Diagnostic> of(Statement statement, Runnable step) {
        try {
            step.run();
            return List.of();
        } catch (EltException e) {
            return e.diagnostics();
        } catch (RuntimeException | LinkageError e) {
            return List.of(of(statement, e));
        }
    }

    static Diagnostic notACatalog(Statement statement) {
        return Diagnostic.error(ErrorCode.SQL_UNSUPPORTED, "only CREATE CATALOG may stand in catalogs/")
                .at(statement.origin())
                .withHint("move the statement into a file below sql/");
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

    private static Diagnostic of(Statement statement, Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SqlParseException parse) {
                return Diagnostic.error(ErrorCode.SQL_SYNTAX, firstLine(parse)).at(originOf(statement, parse.getPos()));
            }
            if (cause instanceof CalciteContextException context && context.getPosLine() > 0) {
                return Diagnostic.error(ErrorCode.PLANNING_FAILED, firstLine(deepest(context)))
                        .at(range(statement, context));
            }
        }
        Throwable root = deepest(error);
        return Diagnostic.error(ErrorCode.PLANNING_FAILED, firstLine(root)).at(statement.origin());
    }

    private static Origin originOf(Statement statement, SqlParserPos position) {
        return position == null
                ? statement.origin()
                : statement.originAt(position.getLineNum(), position.getColumnNum());
    }

    private static Origin range(Statement statement, CalciteContextException context) {
        return statement.originAt(
                context.getPosLine(), context.getPosColumn(), context.getEndPosLine(), context.getEndPosColumn());
    }

    private static Throwable deepest(Throwable error) {
        Throwable deepest = error;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest;
    }

    private static String firstLine(Throwable error) {
        String message = error.getMessage();
        if (message == null) {
            return error.getClass().getSimpleName();
        }
        return message.strip().lines().findFirst().orElse(message);
    }
}
