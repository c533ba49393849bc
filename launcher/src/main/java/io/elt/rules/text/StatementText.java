package io.elt.rules.text;

import io.elt.diagnostic.Origin;
import io.elt.script.Dialect;
import io.elt.script.Script;
import io.elt.script.Statement;
import io.elt.script.Token;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tokens of a statement, by position. What is behind the last one is nothing, and equals no word. */
public final class StatementText {
    private final Statement statement;
    private final String sql;
    private final List<Token> tokens;
    private final List<Name> names;

    private StatementText(Statement statement, Dialect dialect) {
        this.statement = statement;
        this.sql = statement.executableText();
        this.tokens = Script.tokens(sql, dialect);
        this.names = readNames();
    }

    public static StatementText of(Statement statement, Dialect dialect) {
        return new StatementText(statement, dialect);
    }

    /** A name of one or more parts. */
    public record Name(List<String> parts, int first, int last) {
        public Name {
            parts = List.copyOf(parts);
        }
    }

    public Statement statement() {
        return statement;
    }

    public int size() {
        return tokens.size();
    }

    public boolean is(int at, String wordOrSymbol) {
        return at >= 0
                && at < tokens.size()
                && tokens.get(at).kind() != Token.Kind.STRING
                && tokens.get(at).kind() != Token.Kind.QUOTED_NAME
                && tokens.get(at).text(sql).equalsIgnoreCase(wordOrSymbol);
    }

    public boolean is(int at, String first, String... more) {
        boolean all = is(at, first);
        for (int i = 0; i < more.length && all; i++) {
            all = is(at + 1 + i, more[i]);
        }
        return all;
    }

    public boolean isString(int at) {
        return at >= 0 && at < tokens.size() && tokens.get(at).kind() == Token.Kind.STRING;
    }

    public String string(int at) {
        return tokens.get(at).unquoted(sql);
    }

    /** Whether a token stands like this in a file, as opposed to what a template computed. */
    public boolean isVerbatim(int at) {
        int start = statement.start();
        return statement
                .rendered()
                .isVerbatim(
                        start + tokens.get(at).start(), start + tokens.get(at).end());
    }

    public Optional<Name> name(int at) {
        List<String> parts = new ArrayList<>();
        int last = at;
        for (int i = at; part(i).isPresent(); i += 2) {
            parts.add(part(i).get());
            last = i;
            if (!is(i + 1, ".")) {
                break;
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new Name(parts, at, last));
    }

    /** All names, each as long as it goes, whatever they name. */
    public List<Name> names() {
        return names;
    }

    private List<Name> readNames() {
        List<Name> names = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Optional<Name> name = name(i);
            if (name.isPresent()) {
                names.add(name.get());
                i = name.get().last();
            }
        }
        return names;
    }

    private Optional<String> part(int at) {
        if (at >= tokens.size()) {
            return Optional.empty();
        }
        Token token = tokens.get(at);
        return switch (token.kind()) {
            case WORD -> Optional.of(token.text(sql));
            case QUOTED_NAME -> Optional.of(token.unquoted(sql));
            case STRING, SYMBOL, SEMICOLON -> Optional.empty();
        };
    }

    /** Where a word or name of one part stands first. */
    public Optional<Origin> word(String wanted) {
        return names().stream()
                .filter(name -> name.parts().get(name.parts().size() - 1).equalsIgnoreCase(wanted))
                .map(name -> origin(name.last()))
                .findFirst();
    }

    /** The position behind the bracket that closes the one at a position. */
    public int behindBrackets(int opening) {
        int depth = 0;
        for (int i = opening; i < tokens.size(); i++) {
            depth += is(i, "(") ? 1 : is(i, ")") ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return tokens.size();
    }

    public Origin origin(int at) {
        return origin(at, at);
    }

    public Origin origin(Name name) {
        return origin(name.first(), name.last());
    }

    /** Where the tokens from first to last were written. */
    public Origin origin(int first, int last) {
        int start = statement.start();
        return statement
                .rendered()
                .origin(
                        start + tokens.get(first).start(),
                        start + tokens.get(last).end());
    }
}
