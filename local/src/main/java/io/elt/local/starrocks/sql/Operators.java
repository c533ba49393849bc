package io.elt.local.starrocks.sql;

import io.elt.local.starrocks.model.StarRocksException;

import java.util.Locale;
import java.util.Set;

/** Operators and clauses that DuckDB writes differently. Each appends its form and returns the position after it. */
final class Operators {
    private static final Set<String> UNITS =
            Set.of("YEAR", "QUARTER", "MONTH", "WEEK", "DAY", "HOUR", "MINUTE", "SECOND", "MILLISECOND", "MICROSECOND");

    private Operators() {}

    static boolean isUnit(Token token) {
        return token.kind() == TokenKind.WORD && UNITS.contains(token.text().toUpperCase(Locale.ROOT));
    }

    /** {@code a REGEXP b} looks for the pattern anywhere; DuckDB's operator wants the whole string to match. */
    static int regularExpression(QueryRewriter rewriter, Sql sql, int position, int to, StringBuilder out)
            throws StarRocksException {
        int end = Range.afterOperand(sql, position + 1, to);
        if (out.toString().toUpperCase(Locale.ROOT).endsWith(" NOT ")) {
            out.setLength(out.length() - " NOT ".length());
            out.append(" !");
        }
        out.append("~ ('(?s).*(?:' || ")
                .append(rewriter.rewrite(sql, position + 1, end))
                .append(" || ').*')");
        return end;
    }

    /** A backslash escapes in a LIKE pattern without being asked. */
    static int like(QueryRewriter rewriter, Sql sql, int position, int to, StringBuilder out)
            throws StarRocksException {
        int end = Range.afterOperand(sql, position + 1, to);
        out.append("LIKE").append(rewriter.rewrite(sql, position + 1, end));
        boolean escapes = end == position + 2
                && sql.tokens().get(position + 1).text().contains("\\")
                && !(end < to && sql.tokens().get(end).isWord("ESCAPE"));
        if (escapes) {
            out.append(" ESCAPE '\\'");
        }
        return end;
    }

    /** {@code INTERVAL amount unit}. */
    static int interval(QueryRewriter rewriter, Sql sql, int position, int to, StringBuilder out)
            throws StarRocksException {
        if (position + 2 >= to) {
            out.append("\"interval\"");
            return position + 1;
        }
        int end = position + 1;
        int depth = 0;
        while (end < to) {
            Token token = sql.tokens().get(end);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            boolean unit = depth == 0
                    && isUnit(token)
                    && !(end + 1 < to && sql.tokens().get(end + 1).isSymbol("("));
            if (unit && end > position + 1) {
                out.append("INTERVAL (").append(rewriter.rewrite(sql, position + 1, end));
                out.append(") ").append(token.text());
                return end + 1;
            }
            if (depth < 0) {
                break;
            }
            end++;
        }
        throw StarRocksException.syntax("INTERVAL needs an amount and one of " + String.join(", ", UNITS));
    }

    /** {@code LIMIT offset, count}. */
    static int limit(QueryRewriter rewriter, Sql sql, int position, int to, StringBuilder out)
            throws StarRocksException {
        if (position + 3 < to && sql.tokens().get(position + 2).isSymbol(",")) {
            out.append("LIMIT").append(rewriter.rewrite(sql, position + 3, position + 4));
            out.append(" OFFSET").append(rewriter.rewrite(sql, position + 1, position + 2));
            return position + 4;
        }
        out.append("LIMIT");
        return position + 1;
    }
}
