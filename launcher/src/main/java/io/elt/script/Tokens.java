package io.elt.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tokens, read from the first to the last. */
final class Tokens {
    private final String sql;
    private final List<Token> tokens;
    private int at;

    Tokens(String sql, List<Token> tokens) {
        this.sql = sql;
        this.tokens = tokens;
    }

    boolean hasNext() {
        return at < tokens.size();
    }

    void next() {
        at++;
    }

    boolean skip(String word) {
        if (!hasNext() || !tokens.get(at).isWord(sql, word)) {
            return false;
        }
        at++;
        return true;
    }

    void skipAll(Set<String> words) {
        while (hasNext() && words.contains(text().toUpperCase(Locale.ROOT))) {
            at++;
        }
    }

    /** A name of one or more parts, without its quotes; nothing if a part of it is not written here. */
    Optional<String> name() {
        List<String> parts = new ArrayList<>();
        do {
            if (!hasNext()) {
                return Optional.empty();
            }
            Token part = tokens.get(at);
            if (part.kind() != Token.Kind.WORD && part.kind() != Token.Kind.QUOTED_NAME) {
                return Optional.empty();
            }
            parts.add(part.kind() == Token.Kind.WORD ? text() : part.unquoted(sql));
            at++;
        } while (skipSymbol("."));
        return Optional.of(String.join(".", parts));
    }

    /** The strings of {@code =['a', 'b']}. */
    List<String> strings() {
        List<String> strings = new ArrayList<>();
        if (!skipSymbol("=") || !skipSymbol("[")) {
            return strings;
        }
        while (hasNext() && (tokens.get(at).kind() == Token.Kind.STRING || text().equals(","))) {
            if (tokens.get(at).kind() == Token.Kind.STRING) {
                strings.add(tokens.get(at).unquoted(sql));
            }
            at++;
        }
        return strings;
    }

    private boolean skipSymbol(String symbol) {
        if (!hasNext() || !text().equals(symbol)) {
            return false;
        }
        at++;
        return true;
    }

    private String text() {
        return tokens.get(at).text(sql);
    }
}
