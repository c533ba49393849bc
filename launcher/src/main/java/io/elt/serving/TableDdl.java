package io.elt.serving;

import io.elt.script.Dialect;
import io.elt.script.Script;
import io.elt.script.Token;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code CREATE TABLE} as StarRocks writes it, as far as a job that fills the table has to know it. */
final class TableDdl {
    private final String sql;
    private final List<Token> tokens;
    private int position;

    private TableDdl(String sql) {
        this.sql = sql;
        this.tokens = Script.tokens(sql, Dialect.STARROCKS);
    }

    /**
     * @return empty if the statement is no CREATE TABLE
     * @throws IllegalArgumentException if it is one that cannot be read; the message says where
     */
    static Optional<ServingTable> read(String sql) {
        TableDdl ddl = new TableDdl(sql);
        if (!ddl.accept("CREATE") || !ddl.accept("TABLE")) {
            return Optional.empty();
        }
        return Optional.of(ddl.table());
    }

    private ServingTable table() {
        if (accept("IF")) {
            expect("NOT");
            expect("EXISTS");
        }
        String database = name();
        if (!accept(".")) {
            throw unexpected("a database before the table's name, as in ads.account");
        }
        String table = name();
        expect("(");
        List<ServingColumn> columns = new ArrayList<>();
        do {
            if (peek("INDEX")) {
                skipToNextItem();
            } else {
                columns.add(column());
            }
        } while (accept(","));
        expect(")");
        return new ServingTable(database, table, columns, primaryKey());
    }

    private ServingColumn column() {
        String name = name();
        String type = type();
        boolean nullable = true;
        while (!peek(",") && !peek(")")) {
            if (accept("NOT")) {
                expect("NULL");
                nullable = false;
            } else if (accept("(")) {
                skipPast(")");
            } else {
                position++;
            }
        }
        return new ServingColumn(name, type, nullable);
    }

    private String type() {
        StringBuilder type = new StringBuilder(name().toUpperCase(Locale.ROOT));
        if (accept("(")) {
            type.append('(');
            while (!peek(")")) {
                type.append(next().text(sql));
            }
            type.append(next().text(sql));
        } else if (accept("<")) {
            int depth = 1;
            type.append('<');
            while (depth > 0) {
                Token token = next();
                depth += is(token, "<") ? 1 : is(token, ">") ? -1 : 0;
                type.append(token.text(sql));
            }
        }
        return type.toString();
    }

    private List<String> primaryKey() {
        List<String> key = new ArrayList<>();
        while (position < tokens.size()) {
            if (accept("PRIMARY") && accept("KEY")) {
                expect("(");
                do {
                    key.add(name());
                } while (accept(","));
                return key;
            }
            position++;
        }
        return key;
    }

    private void skipToNextItem() {
        while (!peek(",") && !peek(")")) {
            if (accept("(")) {
                skipPast(")");
            } else {
                position++;
            }
        }
    }

    private void skipPast(String symbol) {
        while (!is(next(), symbol)) {
            continue;
        }
    }

    private String name() {
        Token token = next();
        return switch (token.kind()) {
            case WORD -> token.text(sql);
            case QUOTED_NAME -> token.unquoted(sql);
            default -> {
                position--;
                throw unexpected("a name");
            }
        };
    }

    private Token next() {
        if (position >= tokens.size()) {
            throw new IllegalArgumentException("the statement ends too early");
        }
        return tokens.get(position++);
    }

    private boolean peek(String word) {
        if (position >= tokens.size()) {
            throw new IllegalArgumentException("the statement ends too early");
        }
        return is(tokens.get(position), word);
    }

    private boolean accept(String word) {
        if (position < tokens.size() && is(tokens.get(position), word)) {
            position++;
            return true;
        }
        return false;
    }

    private void expect(String word) {
        if (!accept(word)) {
            throw unexpected(word);
        }
    }

    private boolean is(Token token, String wordOrSymbol) {
        return token.kind() != Token.Kind.STRING && token.text(sql).equalsIgnoreCase(wordOrSymbol);
    }

    private IllegalArgumentException unexpected(String wanted) {
        String found = position < tokens.size() ? "'" + tokens.get(position).text(sql) + "'" : "the end";
        return new IllegalArgumentException("expected " + wanted + ", found " + found);
    }
}
