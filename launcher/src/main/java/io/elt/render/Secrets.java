package io.elt.render;

import io.elt.diagnostic.NamedSecrets;
import io.elt.diagnostic.Redactor;
import io.elt.diagnostic.Secret;
import io.elt.project.SensitiveName;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The secrets that templates resolved, and where they stand in what was rendered. */
final class Secrets {

    /** A shorter one is only recognised between quotes: it could be part of any word or number. */
    private static final int SHORT = 3;

    /** In a WITH clause, a hint or SET. */
    private static final Pattern OPTION = Pattern.compile("'([^'\\n]*+)'\\s*+=\\s*+'((?:[^']|'')*+)'");

    /** What a setting with a telling name may say without telling anything. */
    private static final Set<String> NO_SECRETS = Set.of("", "true", "false");

    private final Map<Secret, SecretName> known = new ConcurrentHashMap<>();

    /** What environment variables hold, for names: whether it is a secret may only be said by where it goes. */
    private final Map<String, SecretName> environment = new ConcurrentHashMap<>();

    private final Redactor redactor;

    Secrets(Redactor redactor) {
        this.redactor = redactor;
    }

    void learnVariable(String variable, String value) {
        environment.merge(value, SecretName.environmentVariable(variable), Secrets::first);
        learnIfSensitive(variable, value, SecretName.environmentVariable(variable));
    }

    /**
     * @param key what tells whether the value is a secret
     * @param name what it is called then
     */
    void learnIfSensitive(String key, String value, SecretName name) {
        if (SensitiveName.matches(key) && !NO_SECRETS.contains(value)) {
            known.merge(Secret.of(value), name, Secrets::first);
            redactor.learn(Secret.of(value));
        }
    }

    /** The name of a secret that is part of the text, if there is one. */
    Optional<SecretName> in(String text) {
        return known.entrySet().stream()
                .filter(secret -> isIn(text, secret.getKey().reveal()))
                .map(Map.Entry::getValue)
                .min(Comparator.naturalOrder());
    }

    /**
     * @param source what the text was computed from
     * @param text unless the secret can still be seen in it, it is a secret as a whole
     */
    void learnComputed(SecretName source, String text) {
        if (text.length() >= SHORT && in(text).isEmpty()) {
            known.merge(Secret.of(text), source.computed(), Secrets::first);
            redactor.learn(Secret.of(text));
        }
    }

    private static boolean isIn(String text, String secret) {
        return text.equals(secret)
                || secret.length() >= SHORT && (text.contains(secret) || text.contains(SqlText.escape(secret)));
    }

    /** All that were resolved so far. The same secrets have the same names, in whatever order files were rendered. */
    NamedSecrets named() {
        Map<Secret, SecretName> names = new HashMap<>(known);
        names.replaceAll((secret, name) -> first(name, environment.getOrDefault(secret.reveal(), name)));
        List<Map.Entry<Secret, SecretName>> ordered = new ArrayList<>(names.entrySet());
        ordered.sort(Map.Entry.<Secret, SecretName>comparingByValue()
                .thenComparing(entry -> entry.getKey().reveal()));
        Map<String, Secret> byName = new HashMap<>();
        for (Map.Entry<Secret, SecretName> entry : ordered) {
            String name = entry.getValue().text();
            for (int number = 2; byName.containsKey(name); number++) {
                name = entry.getValue().text() + "_" + number;
            }
            byName.put(name, entry.getKey());
        }
        return new NamedSecrets(byName);
    }

    private static SecretName first(SecretName one, SecretName other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** The ranges of the text that hold a secret: of those ranges that templates computed, and values of telling options. */
    List<RenderedSql.Range> find(String text, List<RenderedSql.Range> computed) {
        List<RenderedSql.Range> found = options(text);
        for (Secret secret : known.keySet()) {
            find(text, secret.reveal(), computed, found);
            String escaped = SqlText.escape(secret.reveal());
            if (!escaped.equals(secret.reveal())) {
                find(text, escaped, computed, found);
            }
        }
        return RenderedSql.Range.merge(found);
    }

    private List<RenderedSql.Range> options(String text) {
        List<RenderedSql.Range> found = new ArrayList<>();
        Matcher option = OPTION.matcher(text);
        while (option.find()) {
            String key = option.group(1);
            String value = option.group(2).replace("''", "'");
            if (SensitiveName.matches(key) && !NO_SECRETS.contains(value)) {
                learnIfSensitive(key, value, SecretName.setting(key));
                found.add(new RenderedSql.Range(option.start(2), option.end(2)));
            }
        }
        return found;
    }

    private static void find(
            String text, String value, List<RenderedSql.Range> computed, List<RenderedSql.Range> found) {
        for (RenderedSql.Range range : computed) {
            int at = text.indexOf(value, range.start());
            while (at >= 0 && at + value.length() <= range.end()) {
                if (value.length() >= SHORT || isQuoted(text, at, at + value.length())) {
                    found.add(new RenderedSql.Range(at, at + value.length()));
                }
                at = text.indexOf(value, at + 1);
            }
        }
    }

    private static boolean isQuoted(String text, int start, int end) {
        return start > 0 && end < text.length() && text.charAt(start - 1) == '\'' && text.charAt(end) == '\'';
    }
}
