package io.elt.serving;

import java.util.ArrayList;
import java.util.List;

/** The words of one StarRocks statement. Comments are gone, quoted names and strings are one token each. */
final class DdlTokens {
    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    /** What a token is, apart from its text. */
    enum Kind {
        WORD,
        NAME,
        STRING,
        SYMBOL
    }

    record Token(Kind kind, String text) {
        boolean is(String word) {
            return kind != Kind.STRING && kind != Kind.NAME && text.equalsIgnoreCase(word);
        }

        boolean isName() {
            return kind == Kind.WORD || kind == Kind.NAME;
        }
    }

    private DdlTokens(String sql) {
        this.sql = sql;
    }

    static List<Token> of(String sql) {
        DdlTokens reader = new DdlTokens(sql);
        while (reader.position < sql.length()) {
            reader.next();
        }
        return reader.tokens;
    }

    private void next() {
        char first = sql.charAt(position);
        if (Character.isWhitespace(first)) {
            position++;
        } else if (sql.startsWith("--", position)) {
            position = endOf("\n");
        } else if (sql.startsWith("/*", position)) {
            position = endOf("*/");
        } else if (first == '`') {
            tokens.add(new Token(Kind.NAME, quoted(first)));
        } else if (first == '\'' || first == '"') {
            tokens.add(new Token(Kind.STRING, quoted(first)));
        } else if (isWordPart(first)) {
            int start = position;
            while (position < sql.length() && isWordPart(sql.charAt(position))) {
                position++;
            }
            tokens.add(new Token(Kind.WORD, sql.substring(start, position)));
        } else {
            tokens.add(new Token(Kind.SYMBOL, String.valueOf(first)));
            position++;
        }
    }

    private int endOf(String mark) {
        int end = sql.indexOf(mark, position + 2);
        return end < 0 ? sql.length() : end + mark.length();
    }

    private String quoted(char quote) {
        StringBuilder text = new StringBuilder();
        position++;
        while (position < sql.length()) {
            char character = sql.charAt(position++);
            if (character == '\\' && quote != '`' && position < sql.length()) {
                text.append(sql.charAt(position++));
            } else if (character != quote) {
                text.append(character);
            } else if (position < sql.length() && sql.charAt(position) == quote) {
                text.append(quote);
                position++;
            } else {
                break;
            }
        }
        return text.toString();
    }

    private static boolean isWordPart(char character) {
        return Character.isLetterOrDigit(character) || character == '_' || character == '$';
    }
}
