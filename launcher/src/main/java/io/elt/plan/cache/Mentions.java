package io.elt.plan.cache;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a text. A statement can only mean a table whose name's words are among its own: however the name is quoted,
 * shortened or found, its letters are there. So tables that a text does not mention cannot change what it means.
 */
final class Mentions {
    private final Set<String> words = new HashSet<>();

    void addAll(String text) {
        words.addAll(words(text));
    }

    boolean contain(List<String> nameWords) {
        return words.containsAll(nameWords);
    }

    static List<String> words(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= lower.length(); at++) {
            if (at < lower.length() && isPart(lower.charAt(at))) {
                continue;
            }
            if (at > start) {
                words.add(lower.substring(start, at));
            }
            start = at + 1;
        }
        return words;
    }

    private static boolean isPart(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '_';
    }
}
