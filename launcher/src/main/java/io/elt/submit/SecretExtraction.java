package io.elt.submit;

import io.elt.diagnostic.NamedSecrets;
import io.elt.project.SensitiveName;
import io.elt.runner.JobSecrets;
import io.elt.runner.Placeholder;
import io.elt.script.Dialect;
import io.elt.script.Script;
import io.elt.script.Statement;
import io.elt.script.Token;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Takes the secrets out of what a job executes, and leaves placeholders in their places. */
final class SecretExtraction {
    /** What an option with a telling name may say without telling anything. */
    private static final Set<String> NO_SECRETS = Set.of("", "true", "false");

    /** A shorter value that stands somewhere in a setting says nothing. */
    private static final int SHORT = 6;

    private final NamedSecrets known;
    private final Map<String, String> taken = new TreeMap<>();

    SecretExtraction(NamedSecrets known) {
        this.known = known;
    }

    /** Of all texts so far. */
    JobSecrets taken() {
        return JobSecrets.of(taken);
    }

    static boolean holdsSecret(String key, String value, NamedSecrets known) {
        return !new SecretExtraction(known).setting(key, value).equals(value);
    }

    String setting(String key, String value) {
        if (SensitiveName.matches(key)) {
            return NO_SECRETS.contains(value) ? value : Placeholder.of(take(key, value));
        }
        return text(key, value);
    }

    /**
     * A value that is no secret by its name, as the name of a Secret is none.
     *
     * @param key under which a secret in it is taken that has no name of its own
     */
    String text(String key, String value) {
        StringBuilder text = new StringBuilder();
        for (NamedSecrets.Part part : known.parts(value)) {
            boolean secret = part.secret().isPresent()
                    && (part.text().length() >= SHORT || part.text().equals(value));
            text.append(secret ? Placeholder.of(take(key, part.text())) : part.text());
        }
        return text.toString();
    }

    String statement(Statement statement) {
        String sql = statement.executableText();
        List<Token> tokens = Script.tokens(sql, Dialect.FLINK);
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (Range range : ranges(statement, sql, tokens)) {
            if (range.start() < from) {
                continue;
            }
            String secret = sql.substring(range.start(), range.end());
            text.append(sql, from, range.start());
            text.append(
                    isInString(range, tokens)
                            ? placeholders(range.name(), secret.replace("''", "'"), Placeholder::of)
                            : placeholders(range.name(), secret, Placeholder::ofText));
            from = range.end();
        }
        return text.append(sql.substring(from)).toString();
    }

    /** Part of a statement; the end is exclusive. */
    private record Range(int start, int end, String name) {}

    /** What templates computed of secrets, and the values of options that are secrets by their names; in order. */
    private static List<Range> ranges(Statement statement, String sql, List<Token> tokens) {
        TreeMap<Integer, Range> ranges = new TreeMap<>();
        for (Statement.SecretPart part : statement.secrets()) {
            ranges.put(
                    part.start(),
                    new Range(part.start(), part.start() + part.text().length(), "secret"));
        }
        for (int i = 2; i < tokens.size(); i++) {
            Token value = tokens.get(i);
            Token key = tokens.get(i - 2);
            boolean option = value.kind() == Token.Kind.STRING
                    && key.kind() == Token.Kind.STRING
                    && tokens.get(i - 1).text(sql).equals("=");
            if (option && SensitiveName.matches(key.unquoted(sql)) && !NO_SECRETS.contains(value.unquoted(sql))) {
                Range whole = new Range(value.start() + 1, value.end() - 1, key.unquoted(sql));
                ranges.subMap(whole.start(), whole.end()).clear();
                ranges.put(whole.start(), whole);
            }
        }
        return new ArrayList<>(ranges.values());
    }

    private static boolean isInString(Range range, List<Token> tokens) {
        return tokens.stream()
                .anyMatch(token -> token.kind() == Token.Kind.STRING
                        && token.start() < range.start()
                        && range.end() < token.end());
    }

    /** Of what two templates computed side by side each has a placeholder of its own. */
    private String placeholders(String name, String secret, Function<String, String> placeholder) {
        List<NamedSecrets.Part> parts = known.parts(secret);
        boolean onlySecrets = parts.stream().allMatch(part -> part.secret().isPresent());
        if (known.nameOf(secret).isPresent() || !onlySecrets) {
            return placeholder.apply(take(name, secret));
        }
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(placeholder.apply(take(name, part.text()))));
        return text.toString();
    }

    private String take(String name, String secret) {
        String found = known.nameOf(secret).orElseGet(() -> freeName(name, secret));
        taken.put(found, secret);
        return found;
    }

    /** Of a secret that stands in a file as it is, or of which a template computed only a part. */
    private String freeName(String name, String secret) {
        String letters = name.replaceAll("[^A-Za-z0-9_]", "_");
        String base = Placeholder.isName(letters) ? letters : "_" + letters;
        String free = base;
        for (int number = 2;
                known.isName(free) || !taken.getOrDefault(free, secret).equals(secret);
                number++) {
            free = base + "_" + number;
        }
        return free;
    }
}
