package io.elt.rules.declared;

import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Origin;
import io.elt.project.Declaration;
import io.elt.project.SensitiveName;
import io.elt.project.Value;
import io.elt.rules.CheckedProject;
import io.elt.rules.Finding;
import io.elt.rules.Rule;
import io.elt.rules.text.OptionText;
import io.elt.rules.text.StatementText;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A secret that is written down is in the repository, in every copy of it, and in its history. */
public final class PasswordInFile implements Rule {
    /** {@code jdbc:mysql://user:password@host}. */
    private static final Pattern IN_ADDRESS = Pattern.compile("://[^/@:\\s'{}]+:([^/@\\s'{}]+)@");

    /** A name can have a sensitive word and mean something about the secret, such as where to get it. */
    private static final Pattern ABOUT = Pattern.compile(
            ".*(url|uri|endpoint|file|path|location|class|provider|type|name|scope|timeout|interval|expiry|ttl|seconds|ms|enabled|length|count|policy|column|field|id)");

    private static final Pattern KEY = Pattern.compile("(?i)[^a-z]?key$");
    private static final int SHORTEST_KEY = 16;

    @Override
    public ErrorCode code() {
        return ErrorCode.PASSWORD_IN_FILE;
    }

    @Override
    public List<Finding> check(CheckedProject project) {
        List<Finding> findings = new ArrayList<>();
        for (Declaration declaration : project.project().declarations()) {
            declaration.values().forEach((key, value) -> {
                boolean variable = declaration.values().size() == 1 && key.equals(declaration.name());
                inProject(variable ? declaration.name() : key, value, findings);
            });
        }
        for (StatementText statement : project.text().statements()) {
            for (OptionText option : OptionText.all(statement)) {
                if (option.verbatim() && isSecret(option.key(), option.value())) {
                    findings.add(finding(option.key(), option.value(), option.valueOrigin()));
                }
            }
        }
        return findings;
    }

    private static void inProject(String key, Value value, List<Finding> findings) {
        boolean literal = value instanceof Value.Scalar scalar
                && !scalar.isTemplate()
                && scalar.kind() != Value.Kind.BOOLEAN
                && scalar.kind() != Value.Kind.NOTHING;
        if (literal && isSecret(key, ((Value.Scalar) value).text())) {
            findings.add(finding(key, ((Value.Scalar) value).text(), Origin.of(value.span())));
        }
    }

    private static boolean isSecret(String key, String value) {
        if (value.isBlank() || value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
            return false;
        }
        if (value.length() < SHORTEST_KEY && KEY.matcher(key).find()) {
            // A key of a table, not one of a door.
            return false;
        }
        String last = key.substring(key.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        boolean named = SensitiveName.matches(key)
                && !ABOUT.matcher(last.replaceAll("[^\\p{L}\\p{N}]", "")).matches();
        return named || IN_ADDRESS.matcher(value).find();
    }

    private static Finding finding(String key, String value, Origin origin) {
        Matcher address = IN_ADDRESS.matcher(value);
        return Finding.at(
                        origin,
                        "the secret '" + key + "' can be read by everybody who can read the repository, now and later")
                .withHint("write {{ env_var('" + variable(key)
                        + "') }} and set that variable where elt runs; then change the secret, for this one is known")
                .withSecret(address.find() ? address.group(1) : value);
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
    }
}
