package io.elt.backfill;

import io.elt.script.Dialect;
import io.elt.script.Script;
import io.elt.script.Token;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An INSERT as text, whose target is to be written in another way.
 *
 * @param path the target's name, in as many parts as its author wrote
 * @param intoEnd where INSERT INTO ends
 * @param nameEnd where the name ends
 */
record InsertText(String sql, List<String> path, int intoEnd, int nameEnd) {
    /** Empty for any other statement, and for an INSERT OVERWRITE, whose author has said how it writes. */
    static Optional<InsertText> of(String sql) {
        List<Token> tokens = Script.tokens(sql, Dialect.FLINK);
        if (tokens.size() < 3
                || !tokens.get(0).isWord(sql, "INSERT")
                || !tokens.get(1).isWord(sql, "INTO")) {
            return Optional.empty();
        }
        List<String> path = new ArrayList<>(List.of(name(sql, tokens.get(2))));
        int at = 3;
        while (at + 1 < tokens.size() && tokens.get(at).text(sql).equals(".")) {
            path.add(name(sql, tokens.get(at + 1)));
            at += 2;
        }
        return Optional.of(new InsertText(
                sql, path, tokens.get(1).end(), tokens.get(at - 1).end()));
    }

    private static String name(String sql, Token token) {
        return token.kind() == Token.Kind.QUOTED_NAME ? token.unquoted(sql) : token.text(sql);
    }

    /** What the query gives takes the place of what was in the table. */
    String overwriting() {
        return "INSERT OVERWRITE" + sql.substring(intoEnd);
    }

    /** With one more option of the target's connector. */
    String with(String option, String value) {
        String hint = " /*+ OPTIONS('" + option + "' = '" + value + "') */";
        return sql.substring(0, nameEnd) + hint + sql.substring(nameEnd);
    }
}
