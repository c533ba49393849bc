package io.elt.render;

import io.elt.diagnostic.Redactor;
import io.elt.diagnostic.Secret;
import io.elt.project.SensitiveName;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The secrets that templates resolved, and where they stand in what was rendered. */
final class Secrets {

    /** A shorter one is only recognised between quotes: it could be part of any word or number. */
    private static final int SHORT = 3;

    private final Set<Secret> known = ConcurrentHashMap.newKeySet();
    private final Redactor redactor;

    Secrets(Redactor redactor) {
        this.redactor = redactor;
    }

    void learnIfSensitive(String name, String value) {
        if (SensitiveName.matches(name) && !value.isEmpty()) {
            known.add(Secret.of(value));
            redactor.learn(Secret.of(value));
        }
    }

    /** The ranges of the text that hold a secret, among those ranges that templates computed. */
    List<RenderedSql.Range> find(String text, List<RenderedSql.Range> computed) {
        List<RenderedSql.Range> found = new ArrayList<>();
        for (Secret secret : known) {
            find(text, secret.reveal(), computed, found);
            String escaped = SqlText.escape(secret.reveal());
            if (!escaped.equals(secret.reveal())) {
                find(text, escaped, computed, found);
            }
        }
        return RenderedSql.Range.merge(found);
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
