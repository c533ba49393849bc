package io.elt.local.starrocks.sql;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The result columns that need a name: MySQL names an expression by its text, DuckDB by the rewritten one, which nobody
 * wrote.
 */
final class SelectLists {
    private static final Set<String> ENDS =
            Set.of("FROM", "WHERE", "GROUP", "HAVING", "ORDER", "LIMIT", "UNION", "EXCEPT", "INTERSECT", "WINDOW");

    /** After one of these a word is an operand, not an alias. */
    private static final Set<String> OPERATORS = Set.of(
            "AND",
            "OR",
            "NOT",
            "XOR",
            "IS",
            "IN",
            "LIKE",
            "RLIKE",
            "REGEXP",
            "BETWEEN",
            "DIV",
            "MOD",
            "OVER",
            "CASE",
            "WHEN",
            "THEN",
            "ELSE",
            "DISTINCT",
            "ALL",
            "INTERVAL",
            "EXISTS",
            "BINARY");

    private static final Set<String> OPERANDS = Set.of("END", "NULL", "TRUE", "FALSE", "UNKNOWN");

    private final Map<Integer, String> aliases = new HashMap<>();
    private final Set<Integer> bareAliases = new HashSet<>();

    private SelectLists() {}

    static SelectLists of(Sql sql, int from, int to) {
        SelectLists lists = new SelectLists();
        int depth = 0;
        for (int i = from; i < to; i++) {
            Token token = sql.tokens().get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            // What is in a function's parentheses is rewritten, and named, on its own.
            if (token.isWord("SELECT") && !(i > from && sql.tokens().get(i - 1).isSymbol("."))) {
                lists.add(sql, i + 1, end(sql, i + 1, to));
            }
        }
        return lists;
    }

    /** The name for the result column whose last token is just before a position. */
    Optional<String> aliasBefore(int position) {
        return Optional.ofNullable(aliases.get(position));
    }

    /** Whether the token here is a name without AS; DuckDB takes fewer words so than MySQL does. */
    boolean isBareAlias(int position) {
        return bareAliases.contains(position);
    }

    private static int end(Sql sql, int from, int to) {
        int depth = 0;
        for (int i = from; i < to; i++) {
            Token token = sql.tokens().get(i);
            if (token.isSymbol("(")) {
                depth++;
            } else if (token.isSymbol(")") && --depth < 0) {
                return i;
            } else if (depth == 0
                    && token.kind() == TokenKind.WORD
                    && ENDS.contains(token.text().toUpperCase(Locale.ROOT))
                    && !sql.tokens().get(i - 1).isSymbol(".")) {
                return i;
            }
        }
        return to;
    }

    private void add(Sql sql, int from, int to) {
        int start = from;
        while (start < to
                && (sql.tokens().get(start).isWord("DISTINCT")
                        || sql.tokens().get(start).isWord("ALL"))) {
            start++;
        }
        for (Range item : Range.split(sql, start, to)) {
            if (hasBareAlias(sql, item)) {
                bareAliases.add(item.to() - 1);
            } else if (needsName(sql, item)) {
                aliases.put(item.to(), sql.text(item.from(), item.to()));
            }
        }
    }

    private static boolean needsName(Sql sql, Range item) {
        int size = item.to() - item.from();
        Token last = sql.tokens().get(item.to() - 1);
        if (last.isSymbol("*")) {
            return false;
        }
        if (size == 1) {
            return !last.isName() || OPERANDS.contains(last.text().toUpperCase(Locale.ROOT));
        }
        Token before = sql.tokens().get(item.to() - 2);
        if (before.isWord("AS") || (before.isSymbol(".") && isColumn(sql, item))) {
            return false;
        }
        return true;
    }

    private static boolean hasBareAlias(Sql sql, Range item) {
        if (item.to() - item.from() < 2) {
            return false;
        }
        Token last = sql.tokens().get(item.to() - 1);
        Token before = sql.tokens().get(item.to() - 2);
        if (before.isWord("AS")) {
            return false;
        }
        return switch (last.kind()) {
            case QUOTED -> isOperandEnd(before);
            // DATE '2024-01-01' is a value.
            case STRING -> isOperandEnd(before) && !(before.isWord("DATE") || before.isWord("TIMESTAMP"));
            case WORD ->
                isOperandEnd(before)
                        && !OPERANDS.contains(last.text().toUpperCase(Locale.ROOT))
                        && !endsWithInterval(sql, item);
            case NUMBER, SYMBOL, PARAMETER, SYSTEM_VARIABLE, USER_VARIABLE -> false;
        };
    }

    /** Whether the last word is the unit of an interval. */
    private static boolean endsWithInterval(Sql sql, Range item) {
        for (int i = item.to() - 2; i >= item.from(); i--) {
            Token token = sql.tokens().get(i);
            if (token.isWord("INTERVAL")) {
                return Operators.isUnit(sql.tokens().get(item.to() - 1));
            }
            if (Operators.isUnit(token)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isColumn(Sql sql, Range item) {
        for (int i = item.from(); i < item.to(); i++) {
            Token token = sql.tokens().get(i);
            if (!token.isName() && !token.isSymbol(".")) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOperandEnd(Token token) {
        return switch (token.kind()) {
            case SYMBOL -> token.isSymbol(")") || token.isSymbol("]");
            case WORD -> !OPERATORS.contains(token.text().toUpperCase(Locale.ROOT));
            case QUOTED, STRING, NUMBER, PARAMETER, SYSTEM_VARIABLE, USER_VARIABLE -> true;
        };
    }
}
