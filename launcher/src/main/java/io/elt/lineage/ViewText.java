package io.elt.lineage;

import io.elt.script.Dialect;
import io.elt.script.Script;
import io.elt.script.Token;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes a query of StarRocks so that Calcite can parse it. The dialects differ in words, not in structure: texts in double
 * quotes, intervals without quotes, names of types, and columns whose names are words of SQL.
 */
final class ViewText {
    private static final Map<String, String> TYPES = Map.of(
            "STRING", "VARCHAR",
            "TEXT", "VARCHAR",
            "JSON", "VARCHAR",
            "LARGEINT", "BIGINT",
            "DATETIME", "TIMESTAMP",
            "SIGNED", "BIGINT",
            "UNSIGNED", "BIGINT");

    private final String sql;
    private final List<Token> tokens;
    private final Set<String> columns;

    private ViewText(String sql, Set<String> columns) {
        this.sql = sql;
        this.tokens = Script.tokens(sql, Dialect.STARROCKS);
        this.columns = columns;
    }

    /**
     * @param columns names of columns in lower case
     */
    static String rewrite(String sql, Set<String> columns) {
        return new ViewText(sql, columns).rewrite();
    }

    /** The words that stand before a bracket, in upper case: functions, and some words of SQL. */
    static Set<String> called(String sql) {
        ViewText text = new ViewText(sql, Set.of());
        return IntStream.range(0, text.tokens.size())
                .filter(i -> text.tokens.get(i).kind() == Token.Kind.WORD && text.is(i + 1, "("))
                .mapToObj(i -> text.tokens.get(i).text(sql).toUpperCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String rewrite() {
        StringBuilder text = new StringBuilder();
        int end = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            text.append(sql, end, token.start()).append(token(i, token));
            end = token.end();
        }
        return text.append(sql.substring(end)).toString();
    }

    private String token(int i, Token token) {
        String word = token.text(sql);
        if (token.kind() == Token.Kind.STRING) {
            return is(i - 1, "AS")
                    ? name(token.unquoted(sql))
                    : "'" + token.unquoted(sql).replace("'", "''") + "'";
        }
        if (token.kind() != Token.Kind.WORD) {
            return word;
        }
        if (is(i - 1, "INTERVAL") && word.chars().allMatch(Character::isDigit)) {
            return "'" + word + "'";
        }
        if (is(i - 1, "AS") && (is(i + 1, ")") || is(i + 1, "("))) {
            return TYPES.getOrDefault(word.toUpperCase(Locale.ROOT), word);
        }
        boolean unit = is(i - 2, "INTERVAL");
        boolean called =
                is(i + 1, "(") || i + 1 < tokens.size() && tokens.get(i + 1).kind() == Token.Kind.STRING;
        return columns.contains(word.toLowerCase(Locale.ROOT)) && !unit && !called ? name(word) : word;
    }

    private static String name(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    private boolean is(int i, String text) {
        return i >= 0
                && i < tokens.size()
                && tokens.get(i).kind() != Token.Kind.STRING
                && tokens.get(i).text(sql).equalsIgnoreCase(text);
    }
}
