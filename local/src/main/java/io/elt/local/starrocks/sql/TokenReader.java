package io.elt.local.starrocks.sql;

import io.elt.local.starrocks.model.StarRocksException;
import io.elt.local.starrocks.model.TableName;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the tokens of a statement from left to right. */
public final class TokenReader {
    private final Sql sql;
    private int position;

    public TokenReader(Sql sql) {
        this.sql = sql;
    }

    /** The text that the statement's tokens came from. */
    public String source() {
        return sql.source();
    }

    public int position() {
        return position;
    }

    public boolean atEnd() {
        return position >= sql.tokens().size();
    }

    public boolean atSymbol(String symbol) {
        return !atEnd() && sql.tokens().get(position).isSymbol(symbol);
    }

    public boolean atWord(String word) {
        return !atEnd() && sql.tokens().get(position).isWord(word);
    }

    public Token next() throws StarRocksException {
        if (atEnd()) {
            throw StarRocksException.syntax("Unexpected end of the statement");
        }
        return sql.tokens().get(position++);
    }

    /** Reads the words if all of them come next. */
    public boolean accept(String... words) {
        if (position + words.length > sql.tokens().size()) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if (!sql.tokens().get(position + i).isWord(words[i])) {
                return false;
            }
        }
        position += words.length;
        return true;
    }

    public boolean acceptSymbol(String symbol) {
        if (!atSymbol(symbol)) {
            return false;
        }
        position++;
        return true;
    }

    public void expect(String... words) throws StarRocksException {
        if (!accept(words)) {
            throw unexpected(String.join(" ", words));
        }
    }

    public void expectSymbol(String symbol) throws StarRocksException {
        if (!acceptSymbol(symbol)) {
            throw unexpected("'" + symbol + "'");
        }
    }

    public void expectEnd() throws StarRocksException {
        if (!atEnd()) {
            throw StarRocksException.syntax("Unexpected input '" + rest() + "'");
        }
    }

    public String identifier() throws StarRocksException {
        if (atEnd() || !sql.tokens().get(position).isName()) {
            throw unexpected("a name");
        }
        return next().text();
    }

    /** A name with as many parts as a table can have; the catalog, which can only be the default one, is dropped. */
    public TableName tableName(Optional<String> currentDatabase) throws StarRocksException {
        List<String> parts = new ArrayList<>(List.of(identifier()));
        while (acceptSymbol(".")) {
            parts.add(identifier());
        }
        if (parts.size() == 3 && parts.get(0).equalsIgnoreCase("default_catalog")) {
            parts.remove(0);
        }
        if (parts.size() > 2) {
            throw StarRocksException.notSupported("external catalogs such as " + parts.get(0));
        }
        if (parts.size() == 2) {
            return new TableName(parts.get(0), parts.get(1));
        }
        return new TableName(currentDatabase.orElseThrow(StarRocksException::noDatabaseSelected), parts.get(0));
    }

    public String string() throws StarRocksException {
        if (atEnd() || sql.tokens().get(position).kind() != TokenKind.STRING) {
            throw unexpected("a string");
        }
        return next().text();
    }

    /** {@code (a, b, c)}. */
    public List<String> names() throws StarRocksException {
        List<String> names = new ArrayList<>();
        expectSymbol("(");
        do {
            names.add(identifier());
        } while (acceptSymbol(","));
        expectSymbol(")");
        return names;
    }

    /** Skips a parenthesis and all that is in it; returns what was written. */
    public String parenthesis() throws StarRocksException {
        int start = position;
        expectSymbol("(");
        for (int depth = 1; depth > 0; ) {
            Token token = next();
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
        }
        return sql.text(start, position);
    }

    /** What was written from a position up to here. */
    public String textFrom(int start) {
        return sql.text(start, position);
    }

    /** What was written from here on. */
    public String rest() {
        return sql.text(position, sql.tokens().size());
    }

    public Sql remaining() {
        return sql.from(position);
    }

    public StarRocksException unexpected(String expected) {
        String found = atEnd() ? "the end of the statement" : "'" + sql.text(position, position + 1) + "'";
        return StarRocksException.syntax("Unexpected input " + found + ", the most similar input is " + expected);
    }
}
