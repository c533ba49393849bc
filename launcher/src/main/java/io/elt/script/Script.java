package io.elt.script;

import io.elt.diagnostic.Problems;
import io.elt.render.RenderedSql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Rendered SQL in, statements out. */
public final class Script {

    /** Words between CREATE and what is created that do not change what it is. */
    private static final Set<String> MODIFIERS = Set.of("OR", "REPLACE");

    private static final Set<String> QUERY_STARTS = Set.of("WITH", "VALUES", "TABLE");

    private final RenderedSql rendered;
    private final String sql;
    private final List<Statement> statements = new ArrayList<>();

    private Script(RenderedSql rendered) {
        this.rendered = rendered;
        this.sql = rendered.executableText();
    }

    /** Throws everything that keeps the text from being split. */
    public static List<Statement> statements(RenderedSql rendered, Dialect dialect) {
        Script script = new Script(rendered);
        try {
            script.split(Lexer.tokens(script.sql, dialect));
        } catch (Lexer.Unterminated e) {
            throw ScriptErrors.unterminated(e.what(), rendered.origin(e.start()))
                    .toException();
        }
        script.checkStatementSets();
        return List.copyOf(script.statements);
    }

    /**
     * What a statement says, without blanks and comments: equal for two that say the same.
     *
     * @throws IllegalArgumentException if something in it is opened and not closed
     */
    public static List<String> words(String statement, Dialect dialect) {
        return tokens(statement, dialect).stream()
                .map(token -> token.text(statement))
                .toList();
    }

    /**
     * The tokens of a statement, for stages that look into it.
     *
     * @throws IllegalArgumentException if something in it is opened and not closed
     */
    public static List<Token> tokens(String statement, Dialect dialect) {
        try {
            return Lexer.tokens(statement, dialect);
        } catch (Lexer.Unterminated e) {
            throw new IllegalArgumentException("a " + e.what() + " is opened and not closed", e);
        }
    }

    private void split(List<Token> tokens) {
        List<Token> current = new ArrayList<>();
        for (Token token : tokens) {
            if (token.kind() == Token.Kind.SEMICOLON) {
                finish(current);
                continue;
            }
            current.add(token);
            if (reads(current, "EXECUTE", "STATEMENT", "SET", "BEGIN")) {
                add(StatementKind.BEGIN_STATEMENT_SET, current, Optional.empty());
                current.clear();
            }
        }
        finish(current);
    }

    private boolean reads(List<Token> tokens, String... words) {
        if (tokens.size() != words.length) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if (!tokens.get(i).isWord(sql, words[i])) {
                return false;
            }
        }
        return true;
    }

    private void finish(List<Token> tokens) {
        if (tokens.isEmpty()) {
            return;
        }
        StatementKind kind = kind(tokens);
        Optional<Setting> setting = kind == StatementKind.SET || kind == StatementKind.RESET
                ? Optional.of(setting(tokens))
                : Optional.empty();
        add(kind, tokens, setting);
        tokens.clear();
    }

    private void add(StatementKind kind, List<Token> tokens, Optional<Setting> setting) {
        int start = tokens.get(0).start();
        int end = tokens.get(tokens.size() - 1).end();
        statements.add(new Statement(rendered, kind, start, end, setting));
    }

    private StatementKind kind(List<Token> tokens) {
        List<String> words = new ArrayList<>();
        for (Token token : tokens) {
            boolean opensQuery = words.isEmpty() && token.text(sql).equals("(");
            if (opensQuery) {
                continue;
            }
            if (token.kind() != Token.Kind.WORD || words.size() == 4) {
                break;
            }
            String word = token.text(sql).toUpperCase(Locale.ROOT);
            if (words.isEmpty() || !MODIFIERS.contains(word)) {
                words.add(word);
            }
        }
        if (words.isEmpty()) {
            return StatementKind.OTHER;
        }
        if (QUERY_STARTS.contains(words.get(0))) {
            return StatementKind.SELECT;
        }
        if (words.get(0).equals("DESC")) {
            return StatementKind.DESCRIBE;
        }
        StatementKind kind = StatementKind.of(words);
        // Only a statement of its own closes a set; END may also be the name of something.
        return kind == StatementKind.END && tokens.size() > 1 ? StatementKind.OTHER : kind;
    }

    private Setting setting(List<Token> tokens) {
        int equals = 1;
        while (equals < tokens.size() && !tokens.get(equals).text(sql).equals("=")) {
            equals++;
        }
        Optional<String> key = value(tokens.subList(1, equals));
        Optional<String> value =
                equals < tokens.size() ? value(tokens.subList(equals + 1, tokens.size())) : Optional.empty();
        return new Setting(key, value);
    }

    private Optional<String> value(List<Token> tokens) {
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        Token first = tokens.get(0);
        if (tokens.size() == 1 && (first.kind() == Token.Kind.STRING || first.kind() == Token.Kind.QUOTED_NAME)) {
            return Optional.of(first.unquoted(sql));
        }
        return Optional.of(
                sql.substring(first.start(), tokens.get(tokens.size() - 1).end()));
    }

    private void checkStatementSets() {
        Problems problems = new Problems();
        Statement open = null;
        for (Statement statement : statements) {
            if (statement.kind() == StatementKind.BEGIN_STATEMENT_SET) {
                if (open != null) {
                    problems.add(ScriptErrors.setInSet(statement.origin()));
                }
                open = statement;
            } else if (statement.kind() == StatementKind.END) {
                if (open == null) {
                    problems.add(ScriptErrors.endWithoutBegin(statement.origin()));
                }
                open = null;
            } else if (open != null && statement.kind() != StatementKind.INSERT) {
                problems.add(ScriptErrors.notAnInsert(statement.origin()));
            }
        }
        if (open != null) {
            problems.add(ScriptErrors.setNotEnded(open.origin()));
        }
        problems.throwIfErrors();
    }
}
