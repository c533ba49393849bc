package io.elt.local.starrocks.sql;

import io.elt.local.starrocks.model.StarRocksException;

import java.util.ArrayList;
import java.util.List;

/** Splits a text into statements and those into tokens, without whitespace, comments and hints. */
public final class SqlLexer {
    private static final String[] SYMBOLS = {"<=>", "->>", "<=", ">=", "<>", "!=", "||", "&&", ":=", "<<", ">>", "->"};

    private final String source;
    private int position;

    private SqlLexer(String source) {
        this.source = source;
    }

    /** The statements of a text, the empty ones left out. */
    public static List<Sql> statements(String source) throws StarRocksException {
        List<Sql> statements = new ArrayList<>();
        List<Token> current = new ArrayList<>();
        for (Token token : tokens(source)) {
            if (!token.isSymbol(";")) {
                current.add(token);
                continue;
            }
            if (!current.isEmpty()) {
                statements.add(new Sql(source, current));
            }
            current = new ArrayList<>();
        }
        if (!current.isEmpty()) {
            statements.add(new Sql(source, current));
        }
        return statements;
    }

    public static List<Token> tokens(String source) throws StarRocksException {
        SqlLexer lexer = new SqlLexer(source);
        List<Token> tokens = new ArrayList<>();
        while (lexer.skipBlanks()) {
            tokens.add(lexer.next());
        }
        return tokens;
    }

    private Token next() throws StarRocksException {
        int start = position;
        char first = source.charAt(start);
        if (first == '`') {
            return new Token(TokenKind.QUOTED, quoted('`'), start, position);
        }
        if (first == '\'' || first == '"') {
            return new Token(TokenKind.STRING, quoted(first), start, position);
        }
        if (first == '@') {
            return variable();
        }
        if (first == '?') {
            position++;
            return new Token(TokenKind.PARAMETER, "?", start, position);
        }
        if (isDigit(first) || (first == '.' && isDigit(peek(1)) && !afterName(start))) {
            return number();
        }
        if (isNamePart(first)) {
            return word(TokenKind.WORD, start);
        }
        return symbol();
    }

    /** Moves to the next token; false at the end. MySQL's conditional comments are code, not comments. */
    private boolean skipBlanks() throws StarRocksException {
        while (position < source.length()) {
            char character = source.charAt(position);
            if (Character.isWhitespace(character) || character == '\u00a0' || character == '\ufeff') {
                position++;
            } else if (character == '#' || isDashComment()) {
                int end = source.indexOf('\n', position);
                position = end < 0 ? source.length() : end + 1;
            } else if (source.startsWith("/*!", position)) {
                position += 3;
                while (isDigit(peek(0))) {
                    position++;
                }
            } else if (source.startsWith("/*", position)) {
                int end = source.indexOf("*/", position + 2);
                if (end < 0) {
                    throw StarRocksException.syntax("a comment is not closed");
                }
                position = end + 2;
            } else if (source.startsWith("*/", position)) {
                position += 2;
            } else {
                return true;
            }
        }
        return false;
    }

    private boolean isDashComment() {
        return source.startsWith("--", position)
                && (position + 2 == source.length() || Character.isWhitespace(source.charAt(position + 2)));
    }

    private String quoted(char quote) throws StarRocksException {
        StringBuilder text = new StringBuilder();
        for (position++; position < source.length(); position++) {
            char character = source.charAt(position);
            if (character == quote) {
                if (peek(1) != quote) {
                    position++;
                    return text.toString();
                }
                position++;
                text.append(quote);
            } else if (character == '\\' && quote != '`' && position + 1 < source.length()) {
                position++;
                appendEscaped(text, source.charAt(position));
            } else {
                text.append(character);
            }
        }
        throw StarRocksException.syntax("a quote " + quote + " is not closed");
    }

    /** MySQL's escapes; {@code \%} and {@code \_} keep the backslash, for LIKE. */
    private static void appendEscaped(StringBuilder text, char escaped) {
        switch (escaped) {
            case 'n' -> text.append('\n');
            case 't' -> text.append('\t');
            case 'r' -> text.append('\r');
            case 'b' -> text.append('\b');
            case '0' -> text.append('\0');
            case 'Z' -> text.append('\u001a');
            case '%', '_' -> text.append('\\').append(escaped);
            default -> text.append(escaped);
        }
    }

    private Token variable() throws StarRocksException {
        int start = position;
        if (!source.startsWith("@@", position)) {
            position++;
            String name = peek(0) == '`'
                    ? quoted('`')
                    : word(TokenKind.WORD, position).text();
            return new Token(TokenKind.USER_VARIABLE, name, start, position);
        }
        position += 2;
        String name =
                peek(0) == '`' ? quoted('`') : word(TokenKind.WORD, position).text();
        if (peek(0) == '.') {
            position++;
            name = peek(0) == '`' ? quoted('`') : word(TokenKind.WORD, position).text();
        }
        return new Token(TokenKind.SYSTEM_VARIABLE, name, start, position);
    }

    private Token number() {
        int start = position;
        if (source.startsWith("0x", position) || source.startsWith("0X", position)) {
            position += 2;
            return word(TokenKind.NUMBER, start);
        }
        while (isDigit(peek(0))) {
            position++;
        }
        // A name may start with digits: 2024_sales.
        if (isNamePart(peek(0)) && !isExponent()) {
            return word(TokenKind.WORD, start);
        }
        if (peek(0) == '.') {
            position++;
            while (isDigit(peek(0))) {
                position++;
            }
        }
        if (isExponent()) {
            position += 2;
            while (isDigit(peek(0))) {
                position++;
            }
        }
        return new Token(TokenKind.NUMBER, source.substring(start, position), start, position);
    }

    private boolean isExponent() {
        boolean letter = peek(0) == 'e' || peek(0) == 'E';
        boolean signed = (peek(1) == '+' || peek(1) == '-') && isDigit(peek(2));
        return letter && (isDigit(peek(1)) || signed);
    }

    private Token word(TokenKind kind, int start) {
        while (isNamePart(peek(0))) {
            position++;
        }
        return new Token(kind, source.substring(start, position), start, position);
    }

    private Token symbol() {
        int start = position;
        for (String symbol : SYMBOLS) {
            if (source.startsWith(symbol, position)) {
                position += symbol.length();
                return new Token(TokenKind.SYMBOL, symbol, start, position);
            }
        }
        position++;
        return new Token(TokenKind.SYMBOL, source.substring(start, position), start, position);
    }

    private boolean afterName(int start) {
        return start > 0 && (isNamePart(source.charAt(start - 1)) || source.charAt(start - 1) == '`');
    }

    private char peek(int ahead) {
        return position + ahead < source.length() ? source.charAt(position + ahead) : '\0';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isNamePart(char character) {
        return Character.isLetterOrDigit(character) || character == '_' || character == '$';
    }
}
