package io.elt.local.starrocks.sql;

import io.elt.local.starrocks.model.DataType;
import io.elt.local.starrocks.model.StarRocksException;
import io.elt.local.starrocks.model.TypeName;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Calls whose arguments are not just expressions, or that take any number of them, or that ask about the session. */
final class SpecialForms {
    private final QueryRewriter rewriter;
    private final SessionContext session;
    private final Map<String, Form> forms;

    SpecialForms(QueryRewriter rewriter, SessionContext session) {
        this.rewriter = rewriter;
        this.session = session;
        this.forms = Map.ofEntries(
                Map.entry("cast", this::cast),
                Map.entry("try_cast", this::cast),
                Map.entry("convert", this::convert),
                Map.entry("group_concat", this::groupConcat),
                Map.entry("date_format", (sql, inside) -> withPattern(sql, inside, "date_format")),
                Map.entry("str_to_date", (sql, inside) -> withPattern(sql, inside, "str_to_date")),
                Map.entry("str2date", (sql, inside) -> withPattern(sql, inside, "str2date")),
                Map.entry("from_unixtime", this::fromUnixTime),
                Map.entry("timestampdiff", (sql, inside) -> withUnit(sql, inside, "date_sub(%s, %s, %s)")),
                Map.entry("timestampadd", this::timestampAdd),
                Map.entry("if", (sql, inside) -> of(sql, inside, 3, "CASE WHEN %s THEN %s ELSE %s END")),
                Map.entry("concat", (sql, inside) -> concat(sql, inside)),
                Map.entry("greatest", (sql, inside) -> nullIfAnyIsNull(sql, inside, "greatest")),
                Map.entry("least", (sql, inside) -> nullIfAnyIsNull(sql, inside, "least")),
                Map.entry("multi_distinct_count", (sql, inside) -> of(sql, inside, 1, "count(DISTINCT %s)")),
                Map.entry("multi_distinct_sum", (sql, inside) -> of(sql, inside, 1, "sum(DISTINCT %s)")),
                Map.entry("field", this::field),
                Map.entry("count", this::count),
                Map.entry("timestamp", (sql, inside) -> of(sql, inside, 1, "TRY_CAST(%s AS TIMESTAMP)")),
                Map.entry("database", (sql, inside) -> currentDatabase()),
                Map.entry("schema", (sql, inside) -> currentDatabase()),
                Map.entry("user", (sql, inside) -> user()),
                Map.entry("current_user", (sql, inside) -> user()),
                Map.entry("session_user", (sql, inside) -> user()),
                Map.entry("connection_id", (sql, inside) -> String.valueOf(session.connectionId())),
                Map.entry("version", (sql, inside) -> Literals.string(session.systemVariable("version"))),
                Map.entry(
                        "current_version",
                        (sql, inside) -> Literals.string(session.systemVariable("current_version"))));
    }

    private interface Form {
        String rewrite(Sql sql, Range inside) throws StarRocksException;
    }

    boolean has(String name) {
        return forms.containsKey(name);
    }

    String rewrite(String name, Sql sql, Range inside) throws StarRocksException {
        return forms.get(name).rewrite(sql, inside);
    }

    /** StarRocks answers NULL to what cannot be cast, and cuts the digits after the point off. */
    private String cast(Sql sql, Range inside) throws StarRocksException {
        int as = Range.find(sql, inside.from(), inside.to(), "AS");
        if (as == inside.to()) {
            throw StarRocksException.syntax("CAST needs AS and a type");
        }
        return castTo(rewriter.rewrite(sql, inside.from(), as), sql, as + 1);
    }

    private String convert(Sql sql, Range inside) throws StarRocksException {
        List<Range> parts = Range.split(sql, inside.from(), inside.to());
        if (parts.size() != 2) {
            throw StarRocksException.notSupported("CONVERT ... USING");
        }
        String value = rewriter.rewrite(sql, parts.get(0).from(), parts.get(0).to());
        return castTo(value, sql, parts.get(1).from());
    }

    private static String castTo(String value, Sql sql, int position) throws StarRocksException {
        DataType type = TypeParser.parse(new TokenReader(sql.from(position)));
        if (type.name().isInteger()) {
            return "TRY_CAST(" + Macros.SCHEMA + ".whole(" + value + ") AS " + type.duckdb() + ")";
        }
        if (type.name().isText()) {
            return Macros.SCHEMA + ".text(" + value + ")";
        }
        if (type.name() == TypeName.DATE) {
            return Macros.SCHEMA + ".as_date(" + value + ")";
        }
        return "TRY_CAST(" + value + " AS " + type.duckdb() + ")";
    }

    /** {@code GROUP_CONCAT([DISTINCT] a, b ... [ORDER BY ...] [SEPARATOR 's'])}. */
    private String groupConcat(Sql sql, Range inside) throws StarRocksException {
        int from = inside.from();
        boolean distinct = from < inside.to() && sql.tokens().get(from).isWord("DISTINCT");
        from += distinct ? 1 : 0;
        int separator = Range.find(sql, from, inside.to(), "SEPARATOR");
        int order = Range.find(sql, from, separator, "ORDER");
        List<String> values = FunctionRewriter.arguments(rewriter, sql, new Range(from, order));
        String value = values.stream()
                .map(part -> Macros.SCHEMA + ".text(" + part + ")")
                .collect(Collectors.joining(" || "));
        String between = separator < inside.to() ? rewriter.rewrite(sql, separator + 1, inside.to()) : "','";
        String sorted = rewriter.rewrite(sql, order, separator);
        if (distinct && values.size() == 1) {
            // DuckDB sorts distinct values only by what it collects.
            sorted = sorted.replace(" BY" + values.get(0), " BY " + value);
        }
        return "string_agg(" + (distinct ? "DISTINCT " : "") + value + ", " + between + sorted + ")";
    }

    private String withPattern(Sql sql, Range inside, String macro) throws StarRocksException {
        List<Range> parts = Range.split(sql, inside.from(), inside.to());
        if (parts.size() != 2) {
            throw StarRocksException.analysis("No matching function with " + parts.size() + " arguments: " + macro);
        }
        String value = rewriter.rewrite(sql, parts.get(0).from(), parts.get(0).to());
        return Macros.SCHEMA + "." + macro + "(" + value + ", " + pattern(sql, parts.get(1)) + ")";
    }

    private static String pattern(Sql sql, Range argument) throws StarRocksException {
        Token token = sql.tokens().get(argument.from());
        if (argument.to() - argument.from() != 1 || token.kind() != TokenKind.STRING) {
            throw StarRocksException.notSupported("a date pattern that is not a literal");
        }
        return Literals.string(DatePattern.convert(token.text()));
    }

    private String fromUnixTime(Sql sql, Range inside) throws StarRocksException {
        List<Range> parts = Range.split(sql, inside.from(), inside.to());
        String value = rewriter.rewrite(sql, parts.get(0).from(), parts.get(0).to());
        String pattern = parts.size() == 1 ? "'%Y-%m-%d %H:%M:%S'" : pattern(sql, parts.get(1));
        return Macros.SCHEMA + ".from_unixtime(" + value + ", " + pattern + ")";
    }

    private String withUnit(Sql sql, Range inside, String template) throws StarRocksException {
        List<Range> parts = Range.split(sql, inside.from(), inside.to());
        if (parts.size() != 3) {
            throw StarRocksException.analysis("No matching function with " + parts.size() + " arguments");
        }
        String unit = Literals.string(sql.tokens().get(parts.get(0).from()).text());
        List<String> values =
                FunctionRewriter.arguments(rewriter, sql, new Range(parts.get(1).from(), inside.to()));
        return template.formatted(
                unit, "TRY_CAST(" + values.get(0) + " AS TIMESTAMP)", "TRY_CAST(" + values.get(1) + " AS TIMESTAMP)");
    }

    private String timestampAdd(Sql sql, Range inside) throws StarRocksException {
        List<Range> parts = Range.split(sql, inside.from(), inside.to());
        if (parts.size() != 3) {
            throw StarRocksException.analysis("No matching function with " + parts.size() + " arguments");
        }
        String unit = sql.tokens().get(parts.get(0).from()).text();
        List<String> values =
                FunctionRewriter.arguments(rewriter, sql, new Range(parts.get(1).from(), inside.to()));
        return "(TRY_CAST(" + values.get(1) + " AS TIMESTAMP) + INTERVAL (" + values.get(0) + ") " + unit + ")";
    }

    private String of(Sql sql, Range inside, int count, String template) throws StarRocksException {
        List<String> arguments = FunctionRewriter.arguments(rewriter, sql, inside);
        if (arguments.size() != count) {
            throw StarRocksException.analysis(
                    "No matching function with " + arguments.size() + " arguments, but " + count);
        }
        return template.formatted(arguments.toArray());
    }

    private String concat(Sql sql, Range inside) throws StarRocksException {
        return FunctionRewriter.arguments(rewriter, sql, inside).stream()
                .map(argument -> Macros.SCHEMA + ".text(" + argument + ")")
                .collect(Collectors.joining(" || ", "(", ")"));
    }

    private String nullIfAnyIsNull(Sql sql, Range inside, String function) throws StarRocksException {
        List<String> arguments = FunctionRewriter.arguments(rewriter, sql, inside);
        String anyNull =
                arguments.stream().map(argument -> "(" + argument + ") IS NULL").collect(Collectors.joining(" OR "));
        return "CASE WHEN " + anyNull + " THEN NULL ELSE " + function + "(" + String.join(",", arguments) + ") END";
    }

    /** DuckDB counts the distinct values of one column; of several, those rows count that have no NULL. */
    private String count(Sql sql, Range inside) throws StarRocksException {
        boolean distinct =
                inside.from() < inside.to() && sql.tokens().get(inside.from()).isWord("DISTINCT");
        List<String> arguments = distinct
                ? FunctionRewriter.arguments(rewriter, sql, new Range(inside.from() + 1, inside.to()))
                : List.of();
        if (arguments.size() < 2) {
            return "count(" + rewriter.rewrite(sql, inside.from(), inside.to()) + ")";
        }
        String anyNull =
                arguments.stream().map(argument -> "(" + argument + ") IS NULL").collect(Collectors.joining(" OR "));
        return "count(DISTINCT CASE WHEN " + anyNull + " THEN NULL ELSE (" + String.join(",", arguments) + ") END)";
    }

    private String field(Sql sql, Range inside) throws StarRocksException {
        List<String> arguments = FunctionRewriter.arguments(rewriter, sql, inside);
        String list = String.join(",", arguments.subList(1, arguments.size()));
        return "coalesce(list_position([" + list + "]," + arguments.get(0) + "), 0)";
    }

    private String currentDatabase() {
        return session.database().map(Literals::string).orElse("NULL");
    }

    private String user() {
        return Literals.string("'" + session.user() + "'@'%'");
    }
}
