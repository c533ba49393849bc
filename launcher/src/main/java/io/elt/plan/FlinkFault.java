package io.elt.plan;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.NearestName;
import io.elt.diagnostic.Origin;
import io.elt.script.Statement;
import io.elt.script.StatementKind;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.flink.sql.parser.impl.ParseException;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.TableException;
import org.apache.flink.table.api.ValidationException;

import java.util.List;
import java.util.Optional;

/** Turns what Flink's planner throws into a problem that points at the line its author wrote. */
public final class FlinkFault {
    private final Statement statement;
    private final TableEnvironment environment;

    private FlinkFault(Statement statement, TableEnvironment environment) {
        this.statement = statement;
        this.environment = environment;
    }

    /**
     * @param environment where the statement failed, to look up what was probably meant
     */
    public static List<PlanningProblem> read(Statement statement, TableEnvironment environment, Throwable error) {
        if (error instanceof EltException elt) {
            return elt.diagnostics().stream().map(PlanningProblem::of).toList();
        }
        return List.of(new FlinkFault(statement, environment).read(error));
    }

    static Origin range(Statement statement, SqlParserPos position) {
        return statement.originAt(
                position.getLineNum(), position.getColumnNum(), position.getEndLineNum(), position.getEndColumnNum());
    }

    private PlanningProblem read(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SqlParseException parse) {
                return PlanningProblem.of(syntax(parse));
            }
            if (cause instanceof CalciteContextException context && context.getPosLine() > 0) {
                return invalid(context);
            }
        }
        Optional<PlanningProblem> sink =
                isRefused(error) && statement.kind() == StatementKind.INSERT ? sinkProblem() : Optional.empty();
        return sink.orElseGet(() -> PlanningProblem.of(
                said(ErrorCode.PLANNING_FAILED, deepest(error)).at(statement.origin())));
    }

    private static boolean isRefused(Throwable error) {
        return error instanceof ValidationException || error instanceof TableException;
    }

    private Optional<PlanningProblem> sinkProblem() {
        try {
            return SinkCheck.of(statement, environment);
        } catch (ValidationException | TableException e) {
            // The statement fails again, for the reason that is being told.
            return Optional.empty();
        }
    }

    private Diagnostic syntax(SqlParseException error) {
        SqlParserPos position = error.getPos();
        Origin origin = position == null
                ? statement.origin()
                : statement.originAt(position.getLineNum(), position.getColumnNum());
        if (!(error.getCause() instanceof ParseException parse) || parse.currentToken == null) {
            boolean unexpected =
                    position != null && !error.getExpectedTokenNames().isEmpty();
            return (unexpected ? notExpected(written(position)) : said(ErrorCode.SQL_SYNTAX, error)).at(origin);
        }
        if (parse.currentToken.next == null || parse.currentToken.next.image.isEmpty()) {
            return Diagnostic.error(ErrorCode.SQL_SYNTAX, "the statement ends too early")
                    .at(origin);
        }
        String found = parse.currentToken.next.image;
        return SyntaxHint.add(notExpected(found).at(origin), parse);
    }

    private PlanningProblem invalid(CalciteContextException context) {
        Throwable root = deepest(context);
        Origin origin = statement.originAt(
                context.getPosLine(), context.getPosColumn(), context.getEndPosLine(), context.getEndPosColumn());
        Optional<ValidatorMessage.Read> read = ValidatorMessage.read(String.valueOf(root.getMessage()));
        Diagnostic plain = said(read.map(found -> found.message().code()).orElse(ErrorCode.PLANNING_FAILED), root)
                .at(origin);
        if (read.isEmpty() || read.get().name().isEmpty()) {
            return PlanningProblem.of(plain);
        }
        String name = read.get().name().get();
        KnownNames names = new KnownNames(environment);
        return switch (plain.code()) {
            case TABLE_NOT_FOUND -> PlanningProblem.missing(name, tableNotFound(context, origin, name, names));
            case FUNCTION_NOT_FOUND -> {
                String function = name.replaceFirst("\\(.*", "");
                yield PlanningProblem.missing(
                        function, functionNotFound(name, function, names).at(origin));
            }
            case COLUMN_NOT_FOUND ->
                PlanningProblem.of(Diagnostic.error(ErrorCode.COLUMN_NOT_FOUND, "there is no column '" + name + "'")
                        .at(origin)
                        .suggesting(name, names.columns(statement)));
            default -> PlanningProblem.of(plain);
        };
    }

    /** Calcite names the first part of the path that is missing; the author wrote all of it. */
    private Diagnostic tableNotFound(CalciteContextException context, Origin origin, String name, KnownNames names) {
        String path = written(new SqlParserPos(
                        context.getPosLine(),
                        context.getPosColumn(),
                        context.getEndPosLine(),
                        context.getEndPosColumn()))
                .replace("`", "")
                .replaceAll("\\s", "");
        Diagnostic error = Diagnostic.error(ErrorCode.TABLE_NOT_FOUND, "there is no table " + path)
                .at(origin);
        Diagnostic explained = path.equals(name) ? error : error.withDetail(name + " does not exist");
        return explained.suggesting(path, names.tablesLike(path));
    }

    private static Diagnostic notExpected(String word) {
        return Diagnostic.error(ErrorCode.SQL_SYNTAX, "'" + word + "' is not expected here");
    }

    private String written(SqlParserPos range) {
        List<String> lines = statement.executableText().lines().toList();
        String line = lines.get(range.getLineNum() - 1);
        int end = range.getEndLineNum() == range.getLineNum() ? range.getEndColumnNum() : line.length();
        return line.substring(range.getColumnNum() - 1, Math.min(end, line.length()));
    }

    /** Calcite says the same of a function that is there, but not for these arguments. */
    private static Diagnostic functionNotFound(String signature, String function, KnownNames names) {
        if (names.functions().stream().anyMatch(function::equalsIgnoreCase)) {
            return Diagnostic.error(ErrorCode.TYPE_MISMATCH, "the function " + signature + " takes other arguments");
        }
        Diagnostic error = Diagnostic.error(ErrorCode.FUNCTION_NOT_FOUND, "there is no function " + signature);
        return NearestName.of(function, names.functions())
                .map(nearest -> error.withHint("did you mean '" + nearest + "'?"))
                .orElseGet(() -> error.withHint("'elt query \"SHOW FUNCTIONS\"' lists what there is"));
    }

    private static Diagnostic said(ErrorCode code, Throwable error) {
        if (error.getMessage() == null || error.getMessage().isBlank()) {
            return Diagnostic.error(code, error.getClass().getSimpleName());
        }
        List<String> lines = error.getMessage().strip().lines().toList();
        Diagnostic said = Diagnostic.error(code, lines.get(0));
        return lines.size() == 1
                ? said
                : said.withDetail(
                        String.join("\n", lines.subList(1, lines.size())).strip());
    }

    private static Throwable deepest(Throwable error) {
        Throwable deepest = error;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest;
    }
}
