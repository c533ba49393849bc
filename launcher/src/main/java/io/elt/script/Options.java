package io.elt.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The options of the WITH clauses of a text, without asking what they belong to: {@code 'key' = 'value'}. */
public final class Options {
    private Options() {}

    public static Map<String, String> of(String sql) {
        Map<String, String> options = new LinkedHashMap<>();
        try {
            List<Token> tokens = Lexer.tokens(sql, Dialect.FLINK);
            for (int i = 2; i < tokens.size(); i++) {
                Token key = tokens.get(i - 2);
                Token value = tokens.get(i);
                if (key.kind() == Token.Kind.STRING
                        && tokens.get(i - 1).text(sql).equals("=")
                        && value.kind() == Token.Kind.STRING) {
                    options.put(key.unquoted(sql), value.unquoted(sql));
                }
            }
        } catch (Lexer.Unterminated e) {
            return options;
        }
        return options;
    }
}
