package io.elt.local.starrocks.sql;

import io.elt.local.starrocks.model.StarRocksException;
import io.elt.local.starrocks.model.TableName;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Rewrites a query, or a part of one, from StarRocks' dialect into DuckDB's. */
public final class QueryRewriter {
    /** The schema that holds what a query sees as information_schema. */
    public static final String INFORMATION_SCHEMA = "_information_schema";

    /** Reserved in DuckDB only, so that StarRocks' users name columns like this. */
    private static final Set<String> RESERVED_IN_DUCKDB = Set.of(
            "analyse",
            "array",
            "asymmetric",
            "check",
            "collate",
            "column",
            "constraint",
            "deferrable",
            "do",
            "fetch",
            "foreign",
            "initially",
            "lambda",
            "only",
            "pivot",
            "pivot_longer",
            "pivot_wider",
            "placing",
            "references",
            "returning",
            "some",
            "summarize",
            "symmetric",
            "unique",
            "unpivot",
            "variadic",
            "user",
            "at",
            "glob",
            "semi",
            "anti",
            "positional",
            "asof");

    private final SessionContext session;
    private final FunctionRewriter functions;

    public QueryRewriter(SessionContext session) {
        this.session = session;
        this.functions = new FunctionRewriter(this, session);
    }

    public String rewrite(Sql sql) throws StarRocksException {
        Optional<HavingFilter> filter = HavingFilter.find(sql);
        return filter.isPresent()
                ? filter.get().rewrite(this, sql)
                : rewrite(sql, 0, sql.tokens().size());
    }

    /** A part of a query: an expression, an argument, the inside of a parenthesis. */
    String rewrite(Sql sql, int from, int to) throws StarRocksException {
        StringBuilder out = new StringBuilder();
        SelectLists lists = SelectLists.of(sql, from, to);
        int position = from;
        while (position < to) {
            if (lists.isBareAlias(position)) {
                out.append(" AS ")
                        .append(TableName.quote(sql.tokens().get(position).text()));
                position++;
                continue;
            }
            int next = rewriteAt(sql, position, to, out);
            lists.aliasBefore(next).ifPresent(alias -> out.append(" AS ").append(TableName.quote(alias)));
            position = next;
        }
        return out.toString();
    }

    /** Appends what the tokens at a position become; returns the position after them. */
    private int rewriteAt(Sql sql, int position, int to, StringBuilder out) throws StarRocksException {
        List<Token> tokens = sql.tokens();
        Token token = tokens.get(position);
        out.append(' ');
        switch (token.kind()) {
            case NUMBER -> out.append(number(token.text()));
            case QUOTED -> {
                if (isInformationSchema(sql, position, to)) {
                    out.append(INFORMATION_SCHEMA);
                    return position + 1;
                }
                if (isFunctionCall(sql, position, to) && functions.isKnown(token.text())) {
                    return functions.rewrite(sql, position, to, out);
                }
                out.append(TableName.quote(token.text()));
            }
            case STRING -> out.append(stringOrAlias(sql, position));
            case SYSTEM_VARIABLE -> out.append(literal(session.systemVariable(token.text())));
            case USER_VARIABLE ->
                out.append(session.userVariable(token.text())
                        .map(QueryRewriter::literal)
                        .orElse("NULL"));
            case PARAMETER -> out.append("NULL");
            case SYMBOL -> {
                return symbol(sql, position, to, out);
            }
            case WORD -> {
                return word(sql, position, to, out);
            }
        }
        return position + 1;
    }

    private int symbol(Sql sql, int position, int to, StringBuilder out) throws StarRocksException {
        switch (sql.tokens().get(position).text()) {
            case "<=>" -> out.append("IS NOT DISTINCT FROM");
            case "&&" -> out.append("AND");
            case "||" -> out.append("OR");
            case "!" -> out.append("NOT");
            case "[" -> {
                // JOIN [BROADCAST]: how a cluster should join.
                if (position > 0 && sql.tokens().get(position - 1).isWord("JOIN")) {
                    return Range.after(sql, position, to, "[", "]");
                }
                out.append('[');
            }
            case "->" -> out.append("->>");
            // To DuckDB it is a power.
            case "^" -> throw StarRocksException.notSupported("the operator ^; use BITXOR(a, b)");
            default -> out.append(sql.tokens().get(position).text());
        }
        return position + 1;
    }

    private int word(Sql sql, int position, int to, StringBuilder out) throws StarRocksException {
        Token token = sql.tokens().get(position);
        String lower = token.text().toLowerCase(Locale.ROOT);
        Token next = position + 1 < to ? sql.tokens().get(position + 1) : null;
        boolean afterDot = position > 0 && sql.tokens().get(position - 1).isSymbol(".");
        if (afterDot) {
            out.append(TableName.quote(token.text()));
            return position + 1;
        }
        if (next != null && next.isSymbol(".")) {
            if (lower.equals("default_catalog")) {
                return position + 2;
            }
            out.append(isInformationSchema(sql, position, to) ? INFORMATION_SCHEMA : TableName.quote(token.text()));
            return position + 1;
        }
        if (functions.isCall(sql, position, to)) {
            return functions.rewrite(sql, position, to, out);
        }
        return switch (lower) {
            case "div" -> append(out, "//", position + 1);
            case "mod" -> append(out, "%", position + 1);
            case "xor" -> append(out, "<>", position + 1);
            case "straight_join" -> append(out, "JOIN", position + 1);
            case "rlike", "regexp" -> Operators.regularExpression(this, sql, position, to, out);
            case "like" -> Operators.like(this, sql, position, to, out);
            case "interval" -> Operators.interval(this, sql, position, to, out);
            case "limit" -> Operators.limit(this, sql, position, to, out);
            case "from" -> next != null && next.isWord("DUAL") ? position + 2 : append(out, "FROM", position + 1);
            case "offset" ->
                append(out, next == null || next.kind() != TokenKind.NUMBER ? "\"offset\"" : "OFFSET", position + 1);
            default ->
                append(
                        out,
                        RESERVED_IN_DUCKDB.contains(lower) ? TableName.quote(token.text()) : token.text(),
                        position + 1);
        };
    }

    private static int append(StringBuilder out, String text, int next) {
        out.append(text);
        return next;
    }

    private static boolean isInformationSchema(Sql sql, int position, int to) {
        return position + 1 < to
                && sql.tokens().get(position + 1).isSymbol(".")
                && sql.tokens().get(position).text().equalsIgnoreCase("information_schema");
    }

    private static boolean isFunctionCall(Sql sql, int position, int to) {
        return position + 1 < to && sql.tokens().get(position + 1).isSymbol("(");
    }

    /** MySQL allows a string as the name of a result column. */
    private static String stringOrAlias(Sql sql, int position) {
        Token token = sql.tokens().get(position);
        if (position > 0 && sql.tokens().get(position - 1).isWord("AS")) {
            return TableName.quote(token.text());
        }
        return Literals.string(token.text());
    }

    private static String number(String text) {
        if (text.startsWith("0x") || text.startsWith("0X")) {
            return new java.math.BigInteger(text.substring(2), 16).toString();
        }
        return text;
    }

    private static String literal(String value) {
        return value.matches("-?\\d{1,18}(\\.\\d{1,18})?") ? value : Literals.string(value);
    }
}
