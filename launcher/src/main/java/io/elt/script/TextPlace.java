package io.elt.script;

import io.elt.diagnostic.Origin;

import java.util.List;
import java.util.Optional;

/** Finds where a text was written: options of a table are looked at when it is used, which may be statements later. */
public final class TextPlace {
    private TextPlace() {}

    /** The one text of the statement's file that says just this; empty if there is none, or more than one. */
    public static Optional<Origin> of(Statement statement, String literal) {
        String sql = statement.rendered().executableText();
        List<Token> found = Script.tokens(sql, Dialect.FLINK).stream()
                .filter(token ->
                        token.kind() == Token.Kind.STRING && token.unquoted(sql).equals(literal))
                .toList();
        return found.size() == 1
                ? Optional.of(statement
                        .rendered()
                        .origin(found.get(0).start(), found.get(0).end()))
                : Optional.empty();
    }
}
