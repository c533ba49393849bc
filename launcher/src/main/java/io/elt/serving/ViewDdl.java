package io.elt.serving;

import io.elt.script.Dialect;
import io.elt.script.Script;
import io.elt.script.Statement;
import io.elt.script.Token;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code CREATE VIEW} as StarRocks writes it, up to the query. */
final class ViewDdl {
    private final Statement statement;
    private final String sql;
    private final List<Token> tokens;
    private int position;

    private ViewDdl(Statement statement) {
        this.statement = statement;
        this.sql = statement.executableText();
        this.tokens = Script.tokens(sql, Dialect.STARROCKS);
    }

    /**
     * @return empty if the statement is no view, or none that can be read
     */
    static Optional<ServingView> read(Statement statement) {
        ViewDdl ddl = new ViewDdl(statement);
        if (!ddl.accept("CREATE")) {
            return Optional.empty();
        }
        if (ddl.accept("OR")) {
            ddl.accept("REPLACE");
        }
        ddl.accept("MATERIALIZED");
        return ddl.accept("VIEW") ? ddl.view() : Optional.empty();
    }

    private Optional<ServingView> view() {
        if (accept("IF")) {
            position += 2;
        }
        List<String> name = name();
        List<String> columns = accept("(") ? columns() : List.of();
        // What stands between, such as COMMENT, PARTITION BY and REFRESH, says nothing of the columns.
        while (position < tokens.size() && !accept("AS")) {
            position++;
        }
        if (name.size() < 2 || position >= tokens.size()) {
            return Optional.empty();
        }
        String query = sql.substring(tokens.get(position).start());
        return Optional.of(
                new ServingView(statement, name.get(name.size() - 2), name.get(name.size() - 1), columns, query));
    }

    private List<String> name() {
        List<String> parts = new ArrayList<>();
        do {
            parts.add(next());
        } while (accept("."));
        return parts;
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>();
        boolean expected = true;
        int depth = 1;
        while (depth > 0 && position < tokens.size()) {
            if (accept(")")) {
                depth--;
            } else if (accept("(")) {
                depth++;
            } else if (accept(",")) {
                expected = true;
            } else if (expected) {
                columns.add(next());
                expected = false;
            } else {
                position++;
            }
        }
        return columns;
    }

    private String next() {
        if (position >= tokens.size()) {
            return "";
        }
        Token token = tokens.get(position++);
        return token.kind() == Token.Kind.QUOTED_NAME ? token.unquoted(sql) : token.text(sql);
    }

    private boolean accept(String word) {
        boolean found = position < tokens.size()
                && tokens.get(position).kind() != Token.Kind.STRING
                && tokens.get(position).text(sql).equalsIgnoreCase(word);
        position += found ? 1 : 0;
        return found;
    }
}
