package io.elt.local.starrocks.sql;

import io.elt.local.starrocks.model.StarRocksException;

import java.util.ArrayList;
import java.util.List;

/** Some tokens of a statement, from one position up to another. */
record Range(int from, int to) {
    /** The position after the bracket that closes the one at {@code position}. */
    static int after(Sql sql, int position, int to, String open, String close) throws StarRocksException {
        int depth = 0;
        for (int i = position; i < to; i++) {
            Token token = sql.tokens().get(i);
            if (token.isSymbol(open)) {
                depth++;
            } else if (token.isSymbol(close) && --depth == 0) {
                return i + 1;
            }
        }
        throw StarRocksException.syntax("'" + open + "' is not closed");
    }

    /** The parts between commas that are in no inner parenthesis; nothing when there are no tokens. */
    static List<Range> split(Sql sql, int from, int to) {
        List<Range> parts = new ArrayList<>();
        int depth = 0;
        int start = from;
        for (int i = from; i < to; i++) {
            Token token = sql.tokens().get(i);
            if (token.isSymbol("(") || token.isSymbol("[")) {
                depth++;
            } else if (token.isSymbol(")") || token.isSymbol("]")) {
                depth--;
            } else if (depth == 0 && token.isSymbol(",")) {
                parts.add(new Range(start, i));
                start = i + 1;
            }
        }
        if (start < to) {
            parts.add(new Range(start, to));
        }
        return parts;
    }

    /** The first position of a word that is in no inner parenthesis, or {@code to}. */
    static int find(Sql sql, int from, int to, String word) {
        int depth = 0;
        for (int i = from; i < to; i++) {
            Token token = sql.tokens().get(i);
            if (token.isSymbol("(")) {
                depth++;
            } else if (token.isSymbol(")")) {
                depth--;
            } else if (depth == 0 && token.isWord(word)) {
                return i;
            }
        }
        return to;
    }

    /** The position after the operand that starts here: a literal, a name, a call or a parenthesis, with its sign. */
    static int afterOperand(Sql sql, int position, int to) throws StarRocksException {
        int next = position;
        while (next < to
                && (sql.tokens().get(next).isSymbol("-")
                        || sql.tokens().get(next).isSymbol("+"))) {
            next++;
        }
        if (next >= to) {
            throw StarRocksException.syntax("Unexpected end of the statement after an operator");
        }
        if (sql.tokens().get(next).isSymbol("(")) {
            return after(sql, next, to, "(", ")");
        }
        next++;
        while (next + 1 < to && sql.tokens().get(next).isSymbol(".")) {
            next += 2;
        }
        return next < to
                        && sql.tokens().get(next).isSymbol("(")
                        && sql.tokens().get(next - 1).isName()
                ? after(sql, next, to, "(", ")")
                : next;
    }
}
