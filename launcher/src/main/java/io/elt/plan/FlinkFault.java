package io.elt.plan;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.NearestName;
import io.elt.diagnostic.Origin;
import io.elt.script.Statement;
import io.elt.script.StatementKind;
import io.elt.script.TextPlace;
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
    private static final int LONGEST = 400;

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
        if (isTooDeep(error)) {
            return PlanningProblem.of(tooDeep());
        }
        Optional<FlinkMessage.Said> said = FlinkMessage.read(error);
        if (said.isPresent()) {
            Optional<Origin> place = said.get().literal().flatMap(literal -> TextPlace.of(statement, literal));
            return PlanningProblem.of(said.get().diagnostic().at(place.orElse(statement.origin())));
        }
        Optional<PlanningProblem> sink =
                isRefused(error) && statement.kind() == StatementKind.INSERT ? sinkProblem() : Optional.empty();
        return sink.orElseGet(() -> PlanningProblem.of(
                (isMistakeOfFlink(deepest(error)) ? stumbled(error) : said(ErrorCode.PLANNING_FAILED, deepest(error)))
                        .at(statement.origin())));
    }

    /** Flink's parser passes its own overflow on as an error without a message, and stumbles over that. */
    private static boolean isTooDeep(Throwable error) {
        boolean stumbled = error instanceof NullPointerException
                && error.getStackTrace().length > 0
                && error.getStackTrace()[0].getClassName().endsWith(".CalciteParser");
        return stumbled || deepest(error) instanceof StackOverflowError;
    }

    /** What no library means to say to anybody. */
    private static boolean isMistakeOfFlink(Throwable error) {
        return error instanceof NullPointerException
                || error instanceof ClassCastException
                || error instanceof IndexOutOfBoundsException
                || error instanceof AssertionError;
    }

    private static Diagnostic stumbled(Throwable error) {
        return Diagnostic.error(ErrorCode.PLANNING_FAILED, "Flink's planner fails over this statement")
                .withDetail(
                        "it says: " + shortened(String.valueOf(deepest(error).getMessage())))
                .withHint("take parts of the statement away until it can be planned: the last one is the reason");
    }

    private Diagnostic tooDeep() {
        return Diagnostic.error(
                        ErrorCode.SQL_UNSUPPORTED,
                        "the statement is nested too deeply, or something in it has too many parts, for Flink's planner")
                .at(statement.origin())
                .withHint("make a view of a part of it; write IN (...) for many comparisons, a table for many values");
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
        Optional<Diagnostic> lexical = LexicalFault.read(String.valueOf(error.getMessage()));
        if (lexical.isPresent()) {
            return lexical.get().at(origin);
        }
        if (statement.kind() == StatementKind.OTHER && isFirstWord(position)) {
            return SyntaxHint.noStart(written(position)).at(origin);
        }
        if (!(error.getCause() instanceof ParseException parse) || parse.currentToken == null) {
            boolean unexpected =
                    position != null && !error.getExpectedTokenNames().isEmpty();
            return (unexpected || ValidatorMessage.isNoQuery(error.getMessage())
                            ? notExpected(written(position))
                            : said(ErrorCode.SQL_SYNTAX, error))
                    .at(origin);
        }
        if (parse.currentToken.next == null || parse.currentToken.next.image.isEmpty()) {
            return Diagnostic.error(ErrorCode.SQL_SYNTAX, "the statement ends too early")
                    .at(origin);
        }
        String found = parse.currentToken.next.image;
        return SyntaxHint.add(notExpected(found).at(origin), parse);
    }

    private static boolean isFirstWord(SqlParserPos position) {
        return position != null && position.getLineNum() == 1 && position.getColumnNum() == 1;
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
        if (error instanceof ClassNotFoundException) {
            return Diagnostic.error(ErrorCode.FUNCTION_NOT_FOUND, "there is no class " + error.getMessage())
                    .withHint("the jar that holds it is not on the class path");
        }
        if (error.getMessage() == null || error.getMessage().isBlank()) {
            return Diagnostic.error(code, error.getClass().getSimpleName());
        }
        List<String> lines =
                error.getMessage().strip().lines().map(FlinkFault::shortened).toList();
        Diagnostic said = Diagnostic.error(code, lines.get(0));
        return lines.size() == 1
                ? said
                : said.withDetail(
                        String.join("\n", lines.subList(1, lines.size())).strip());
    }

    /** Some messages repeat whole statements. */
    private static String shortened(String line) {
        return line.length() > LONGEST
                ? line.substring(0, LONGEST / 2) + " ... " + line.substring(line.length() - LONGEST / 4)
                : line;
    }

    private static Throwable deepest(Throwable error) {
        Throwable deepest = error;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest;
    }
}
