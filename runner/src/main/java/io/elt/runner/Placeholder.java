package io.elt.runner;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands for a secret in the texts of a bundle: <code>${elt.secret:NAME}</code>. Neither SQL nor Flink knows such a form. */
public final class Placeholder {
    /** A name is good as the end of an environment variable's name and as a key in a Secret of Kubernetes. */
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";

    private static final String TEXT = "text";
    private static final Pattern VALID_NAME = Pattern.compile(NAME);
    private static final Pattern FORM = Pattern.compile("\\$\\{elt\\.secret(\\." + TEXT + ")?:(" + NAME + ")}");

    /**
     * Stands for a text that is another one each time the bundle is run: labels of loads are made of it, and a label is used
     * once. So the bundle itself is the same at each call, and whoever starts it again needs no elt.
     */
    public static final String START = "${elt.start}";

    private Placeholder() {}

    /** In a setting, and in a statement between the quotes of a string, for which the value is then escaped. */
    public static String of(String name) {
        return "${elt.secret:" + valid(name) + "}";
    }

    /** In a statement, where the value stands as it is. */
    public static String ofText(String name) {
        return "${elt.secret." + TEXT + ":" + valid(name) + "}";
    }

    public static boolean isName(String name) {
        return VALID_NAME.matcher(name).matches();
    }

    /** Of the secrets that a text has places for. */
    public static SortedSet<String> namesIn(String text) {
        SortedSet<String> names = new TreeSet<>();
        FORM.matcher(text).results().forEach(found -> names.add(found.group(2)));
        return names;
    }

    static String fillStart(String text, String start) {
        return text.replace(START, start);
    }

    static String fillSetting(String value, JobSecrets secrets) {
        return fill(value, found -> reveal(found, secrets));
    }

    static String fillStatement(String statement, JobSecrets secrets) {
        return fill(statement, found -> {
            String secret = reveal(found, secrets);
            boolean quoted = found.group(1) == null;
            return quoted ? secret.replace("'", "''") : secret;
        });
    }

    private static String fill(String text, Function<MatchResult, String> value) {
        return FORM.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value.apply(found)));
    }

    private static String reveal(MatchResult found, JobSecrets secrets) {
        Optional<String> secret = secrets.reveal(found.group(2));
        return secret.orElseThrow(() -> new IllegalArgumentException("there is no secret " + found.group(2)));
    }

    private static String valid(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException("'" + name + "' cannot be the name of a secret");
        }
        return name;
    }
}
