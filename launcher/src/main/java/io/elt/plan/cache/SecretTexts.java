package io.elt.plan.cache;

import io.elt.plan.ScriptFile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The secrets of a job, which are replaced by their numbers in what is stored. The key of an entry is a hash of the text with
 * its secrets, so whoever finds the entry has the same ones in the same order.
 */
final class SecretTexts {
    private static final char MARK = '\u0001';

    private final List<String> secrets;

    private SecretTexts(Set<String> secrets) {
        this.secrets = new ArrayList<>(secrets);
        // A secret may be part of a longer one.
        this.secrets.sort(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
    }

    static SecretTexts of(List<ScriptFile> scripts) {
        Set<String> texts = new LinkedHashSet<>();
        scripts.stream()
                .flatMap(script -> script.statements().stream())
                .flatMap(statement -> statement.secrets().stream())
                .forEach(secret -> {
                    texts.add(secret.text());
                    texts.add(secret.text().replace("''", "'"));
                });
        texts.remove("");
        return new SecretTexts(texts);
    }

    /**
     * @throws IllegalArgumentException if the text could not be told from one with secrets
     */
    String hide(String text) {
        if (text.indexOf(MARK) >= 0) {
            throw new IllegalArgumentException("a text holds the mark of secrets");
        }
        String hidden = text;
        for (int i = 0; i < secrets.size(); i++) {
            hidden = replace(hidden, secrets.get(i), i);
        }
        return hidden;
    }

    String show(String hidden) {
        int open = hidden.indexOf(MARK);
        if (open < 0) {
            return hidden;
        }
        int close = hidden.indexOf(MARK, open + 1);
        String secret = secrets.get(Integer.parseInt(hidden.substring(open + 1, close)));
        return hidden.substring(0, open) + secret + show(hidden.substring(close + 1));
    }

    /** Only what stands outside of marks, for a secret may be a number itself. */
    private static String replace(String text, String secret, int number) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == MARK) {
                int close = text.indexOf(MARK, at + 1) + 1;
                result.append(text, at, close);
                at = close;
            } else if (text.startsWith(secret, at)) {
                result.append(MARK).append(number).append(MARK);
                at += secret.length();
            } else {
                result.append(text.charAt(at++));
            }
        }
        return result.toString();
    }
}
