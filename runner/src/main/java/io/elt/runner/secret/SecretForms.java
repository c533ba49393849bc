package io.elt.runner.secret;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Secrets as they are, escaped, encoded and quoted. Safe for use by several threads. */
public final class SecretForms {
    public static final String REDACTED = "******";

    /** A shorter value would blot out line numbers and words, and protects nothing. */
    private static final int SHORTEST = 3;

    /** A value up to this length must stand alone to be taken for the secret. */
    private static final int SHORT = 5;

    private final Set<String> forms = new ConcurrentSkipListSet<>(
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    public void learn(String value) {
        if (value.length() < SHORTEST) {
            return;
        }
        forms.add(value);
        forms.add(value.replace("'", "''"));
        forms.add(URLEncoder.encode(value, UTF_8));
        forms.add(URLEncoder.encode(value, UTF_8).replace("+", "%20"));
        forms.add(value.replace("\\", "\\\\").replace("\"", "\\\""));
        forms.add(Base64.getEncoder().encodeToString(value.getBytes(UTF_8)));
    }

    public String redact(String text) {
        String result = text;
        for (String form : forms) {
            result = replace(result, form);
        }
        return result;
    }

    private static String replace(String text, String form) {
        int found = text.indexOf(form);
        if (found < 0) {
            return text;
        }
        StringBuilder result = new StringBuilder();
        int copied = 0;
        while (found >= 0) {
            int end = found + form.length();
            if (form.length() > SHORT || standsAlone(text, found, end)) {
                result.append(text, copied, found).append(REDACTED);
                copied = end;
            }
            found = text.indexOf(form, end);
        }
        return result.append(text, copied, text.length()).toString();
    }

    private static boolean standsAlone(String text, int start, int end) {
        boolean before = start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1));
        boolean after = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
        return before && after;
    }
}
