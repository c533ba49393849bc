package io.elt.local.starrocks.sql;

/**
 * A token of a statement.
 *
 * @param text without quotes and escapes; a variable's name without {@code @} and scope
 * @param start offset of its first character in the source
 * @param end offset after its last character
 */
public record Token(TokenKind kind, String text, int start, int end) {
    public boolean isWord(String word) {
        return kind == TokenKind.WORD && text.equalsIgnoreCase(word);
    }

    public boolean isSymbol(String symbol) {
        return kind == TokenKind.SYMBOL && text.equals(symbol);
    }

    public boolean isName() {
        return kind == TokenKind.WORD || kind == TokenKind.QUOTED;
    }
}
