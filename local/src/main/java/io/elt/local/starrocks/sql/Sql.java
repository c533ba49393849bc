package io.elt.local.starrocks.sql;

import java.util.ArrayList;
import java.util.List;

/** One statement: its tokens and the text they came from. */
public record Sql(String source, List<Token> tokens) {
    public Sql {
        tokens = List.copyOf(tokens);
    }

    public boolean startsWith(String... words) {
        if (tokens.size() < words.length) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if (!tokens.get(i).isWord(words[i])) {
                return false;
            }
        }
        return true;
    }

    public boolean hasWord(String word) {
        return tokens.stream().anyMatch(token -> token.isWord(word));
    }

    public int parameters() {
        return (int) tokens.stream()
                .filter(token -> token.kind() == TokenKind.PARAMETER)
                .count();
    }

    /** The tokens from {@code from} on. */
    public Sql from(int from) {
        return new Sql(source, tokens.subList(from, tokens.size()));
    }

    /** What was written, from the first to the last token. */
    public String text() {
        return tokens.isEmpty() ? "" : text(0, tokens.size());
    }

    public String text(int from, int to) {
        return from >= to
                ? ""
                : source.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    /** The statement with each parameter replaced by a value's tokens, in order. */
    public Sql bind(List<List<Token>> values) {
        List<Token> bound = new ArrayList<>(tokens.size() + values.size());
        int next = 0;
        for (Token token : tokens) {
            if (token.kind() == TokenKind.PARAMETER) {
                for (Token value : values.get(next++)) {
                    bound.add(new Token(value.kind(), value.text(), token.start(), token.end()));
                }
                continue;
            }
            bound.add(token);
        }
        return new Sql(source, bound);
    }
}
