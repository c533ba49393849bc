package io.elt.selector;

import java.util.List;

/** Matches {@code *}, {@code ?} and {@code [abc]}, as a shell does. */
public final class Globs {

    private Globs() {}

    static boolean isGlob(String pattern) {
        return pattern.indexOf('*') >= 0 || pattern.indexOf('?') >= 0 || pattern.indexOf('[') >= 0;
    }

    public static boolean matches(String pattern, String text) {
        return matches(pattern, 0, text, 0);
    }

    /**
     * Whether a path, or a folder above it, is what a pattern says when a shell expands it: a star stays inside of one
     * folder, two stars stand for any folders.
     */
    static boolean matchesPath(String pattern, String path) {
        List<String> wanted = List.of(pattern.split("/"));
        List<String> folders = List.of(path.split("/"));
        for (int end = 1; end <= folders.size(); end++) {
            if (matchesFolders(wanted, folders.subList(0, end))) {
                return true;
            }
        }
        return false;
    }

    private static boolean matchesFolders(List<String> pattern, List<String> path) {
        if (pattern.isEmpty()) {
            return path.isEmpty();
        }
        List<String> rest = pattern.subList(1, pattern.size());
        if (pattern.get(0).equals("**")) {
            for (int skipped = 0; skipped <= path.size(); skipped++) {
                if (matchesFolders(rest, path.subList(skipped, path.size()))) {
                    return true;
                }
            }
            return false;
        }
        return !path.isEmpty()
                && matches(pattern.get(0), path.get(0))
                && matchesFolders(rest, path.subList(1, path.size()));
    }

    private static boolean matches(String pattern, int p, String text, int t) {
        int at = t;
        for (int i = p; i < pattern.length(); i++) {
            char letter = pattern.charAt(i);
            if (letter == '*') {
                for (int rest = at; rest <= text.length(); rest++) {
                    if (matches(pattern, i + 1, text, rest)) {
                        return true;
                    }
                }
                return false;
            }
            if (at == text.length()) {
                return false;
            }
            int close = letter == '[' ? pattern.indexOf(']', i + 1) : -1;
            if (close > 0) {
                if (!inClass(pattern.substring(i + 1, close), text.charAt(at))) {
                    return false;
                }
                i = close;
            } else if (letter != '?' && letter != text.charAt(at)) {
                return false;
            }
            at++;
        }
        return at == text.length();
    }

    private static boolean inClass(String members, char letter) {
        boolean negated = members.startsWith("!");
        boolean found = false;
        for (int i = negated ? 1 : 0; i < members.length(); i++) {
            boolean range = i + 2 < members.length() && members.charAt(i + 1) == '-';
            char last = range ? members.charAt(i + 2) : members.charAt(i);
            found |= letter >= members.charAt(i) && letter <= last;
            i += range ? 2 : 0;
        }
        return found != negated;
    }
}
