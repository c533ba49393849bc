package io.elt.script;

import java.util.ArrayList;
import java.util.List;

/** Cuts SQL into tokens. A hint is not a comment: what stands in it is read like other SQL. */
final class Lexer {

    /** Something was opened at {@code start} and the text ended before it was closed. */
    static final class Unterminated extends Exception {

        private static final long serialVersionUID = 1L;

        private final String what;
        private final int start;

        Unterminated(String what, int start) {
            this.what = what;
            this.start = start;
        }

        String what() {
            return what;
        }

        int start() {
            return start;
        }
    }

    private static final int NONE = -1;

    private final String sql;
    private final Dialect dialect;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int hint = NONE;

    private Lexer(String sql, Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    static List<Token> tokens(String sql, Dialect dialect) throws Unterminated {
        Lexer lexer = new Lexer(sql, dialect);
        while (lexer.at < sql.length()) {
            lexer.next();
        }
        if (lexer.hint >= 0) {
            throw new Unterminated("hint", lexer.hint);
        }
        return lexer.tokens;
    }

    private void next() throws Unterminated {
        char letter = sql.charAt(at);
        if (Character.isWhitespace(letter)) {
            at++;
        } else if (startsLineComment()) {
            int end = sql.indexOf('\n', at);
            at = end < 0 ? sql.length() : end;
        } else if (sql.startsWith("/*", at) && !sql.startsWith("/*+", at)) {
            at = after("*/", at + 2, "comment");
        } else if (letter == '\'' || letter == '"') {
            add(Token.Kind.STRING, closing(letter, "string"));
        } else if (letter == '`') {
            add(Token.Kind.QUOTED_NAME, closing(letter, "quoted name"));
        } else if (letter == ';') {
            add(Token.Kind.SEMICOLON, at + 1);
        } else if (isWordPart(at)) {
            int end = at;
            while (end < sql.length() && isWordPart(end)) {
                end++;
            }
            add(Token.Kind.WORD, end);
        } else {
            add(Token.Kind.SYMBOL, symbolEnd());
        }
    }

    private boolean startsLineComment() {
        return sql.startsWith("--", at) || (dialect == Dialect.FLINK && sql.startsWith("//", at));
    }

    private int symbolEnd() {
        if (sql.startsWith("/*+", at)) {
            hint = at;
            return at + 3;
        }
        if (hint >= 0 && sql.startsWith("*/", at)) {
            hint = NONE;
            return at + 2;
        }
        return at + 1;
    }

    private boolean isWordPart(int index) {
        char letter = sql.charAt(index);
        return Character.isLetterOrDigit(letter) || letter == '_' || letter == '$' || Character.isSurrogate(letter);
    }

    private int closing(char quote, String what) throws Unterminated {
        boolean escapes = dialect == Dialect.STARROCKS && quote != '`';
        for (int i = at + 1; i < sql.length(); i++) {
            char letter = sql.charAt(i);
            if (escapes && letter == '\\') {
                i++;
            } else if (letter == quote) {
                if (i + 1 == sql.length() || sql.charAt(i + 1) != quote) {
                    return i + 1;
                }
                i++;
            }
        }
        throw new Unterminated(what, at);
    }

    private int after(String end, int from, String what) throws Unterminated {
        int found = sql.indexOf(end, from);
        if (found < 0) {
            throw new Unterminated(what, at);
        }
        return found + end.length();
    }

    private void add(Token.Kind kind, int end) {
        tokens.add(new Token(kind, at, end));
        at = end;
    }
}
