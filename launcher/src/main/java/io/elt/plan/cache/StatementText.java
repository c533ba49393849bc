package io.elt.plan.cache;

import io.elt.script.Dialect;
import io.elt.script.Script;
import io.elt.script.Statement;
import io.elt.script.Token;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the text of a statement says without Flink's parser. Where it is not as plain as can be, there is no answer, and
 * nothing is kept that would depend on it.
 */
final class StatementText {
    private static final List<String> NO_COLUMNS_OF_ITS_OWN = List.of("LIKE", "AS", "SELECT", "WITH");

    private final String sql;
    private final List<Token> tokens;

    private StatementText(String sql) {
        this.sql = sql;
        this.tokens = Script.tokens(sql, Dialect.FLINK);
    }

    static StatementText of(Statement statement) {
        return new StatementText(statement.executableText());
    }

    /**
     * A catalog.
     *
     * @param properties what its WITH clause says
     */
    record Catalog(String name, Map<String, String> properties) {}

    /** Of a CREATE CATALOG. */
    Optional<Catalog> catalog() {
        int at = afterIfNotExists(2);
        if (!isName(at) || !isWord(at + 1, "WITH") || !isSymbol(at + 2, "(")) {
            return Optional.empty();
        }
        return options(at + 3, tokens.size()).map(properties -> new Catalog(name(at), properties));
    }

    /** The full name that a CREATE DATABASE or CREATE TABLE gives, if it names nothing else to take its columns from. */
    Optional<List<String>> defined() {
        int at = afterIfNotExists(2);
        List<String> path = new ArrayList<>();
        while (isName(at)) {
            path.add(name(at));
            at++;
            if (!isSymbol(at, ".")) {
                break;
            }
            at++;
        }
        boolean plain =
                topLevelWords().stream().filter(NO_COLUMNS_OF_ITS_OWN::contains).allMatch("WITH"::equals);
        return plain && !path.isEmpty() ? Optional.of(path) : Optional.empty();
    }

    /** The options of a CREATE TEMPORARY TABLE that takes nothing from another table. */
    Optional<Map<String, String>> options() {
        boolean plain = topLevelWords().stream()
                .filter(NO_COLUMNS_OF_ITS_OWN::contains)
                .toList()
                .equals(List.of("WITH"));
        int with = lastWith();
        return plain && isSymbol(with + 1, "(") ? options(with + 2, tokens.size()) : Optional.empty();
    }

    /** Where its last WITH stands; the end of the text if it has none. */
    int startOfOptions() {
        int with = lastWith();
        return with < 0 ? sql.length() : tokens.get(with).start();
    }

    /** Whether a CREATE FUNCTION names a class, and nothing else. */
    boolean isFunctionOfClassPath() {
        int last = tokens.size() - 1;
        return last > 2 && tokens.get(last).kind() == Token.Kind.STRING && isWord(last - 1, "AS") && isName(last - 2);
    }

    private int lastWith() {
        int found = -1;
        for (int i = 0; i < tokens.size(); i++) {
            if (isWord(i, "WITH")) {
                found = i;
            }
        }
        return found;
    }

    private List<String> topLevelWords() {
        List<String> words = new ArrayList<>();
        int depth = 0;
        for (Token token : tokens) {
            String text = token.text(sql);
            if (token.kind() == Token.Kind.SYMBOL) {
                depth += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
            }
            if (token.kind() == Token.Kind.WORD && depth == 0) {
                words.add(text.toUpperCase(Locale.ROOT));
            }
        }
        return words;
    }

    /** {@code 'key' = 'value', ...)}, to the end. */
    private Optional<Map<String, String>> options(int from, int to) {
        Map<String, String> options = new HashMap<>();
        int at = from;
        while (at + 3 < to && isString(at) && isSymbol(at + 1, "=") && isString(at + 2)) {
            options.put(tokens.get(at).unquoted(sql), tokens.get(at + 2).unquoted(sql));
            if (isSymbol(at + 3, ")")) {
                return at + 4 == to ? Optional.of(options) : Optional.empty();
            }
            if (!isSymbol(at + 3, ",")) {
                return Optional.empty();
            }
            at += 4;
        }
        return Optional.empty();
    }

    private int afterIfNotExists(int at) {
        return isWord(at, "IF") && isWord(at + 1, "NOT") && isWord(at + 2, "EXISTS") ? at + 3 : at;
    }

    private boolean isWord(int at, String word) {
        return at >= 0 && at < tokens.size() && tokens.get(at).isWord(sql, word);
    }

    private boolean isString(int at) {
        return at < tokens.size() && tokens.get(at).kind() == Token.Kind.STRING;
    }

    private boolean isSymbol(int at, String symbol) {
        return at >= 0
                && at < tokens.size()
                && tokens.get(at).kind() == Token.Kind.SYMBOL
                && tokens.get(at).text(sql).equals(symbol);
    }

    private boolean isName(int at) {
        return at < tokens.size()
                && (tokens.get(at).kind() == Token.Kind.WORD || tokens.get(at).kind() == Token.Kind.QUOTED_NAME);
    }

    private String name(int at) {
        Token token = tokens.get(at);
        return token.kind() == Token.Kind.QUOTED_NAME ? token.unquoted(sql) : token.text(sql);
    }
}
