package io.elt.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What an expression of Prometheus asks for: which metrics, and which labels of them.
 *
 * @param matchers the labels by which each metric is selected
 * @param groupings the labels of all that is grouped or matched
 * @param made labels that the expression makes itself, each with the one that it is made of
 */
record PromQl(Map<String, Set<String>> matchers, Set<String> groupings, Map<String, String> made) {
    private static final Pattern TOKEN =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|\\[[^\\]]*]|[a-zA-Z_:][\\w:]*|[0-9][\\w.]*|\\S");
    private static final Pattern MADE = Pattern.compile("\"(\\w+)\", \"\\$1\", \"(\\w+)\"");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][\\w:]*");
    private static final Set<String> LISTS = Set.of("by", "without", "on", "ignoring", "group_left", "group_right");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "inf", "nan");

    /**
     * @param expression one that Prometheus takes; of others the answer means nothing
     */
    static PromQl of(String expression) {
        List<String> tokens =
                TOKEN.matcher(expression).results().map(MatchResult::group).toList();
        Map<String, Set<String>> matchers = new TreeMap<>();
        Set<String> groupings = new TreeSet<>();
        for (int at = 0; at < tokens.size(); at++) {
            String token = tokens.get(at);
            String next = at + 1 < tokens.size() ? tokens.get(at + 1) : "";
            if (LISTS.contains(token) && next.equals("(")) {
                int end = close(tokens, at + 1, ")");
                groupings.addAll(names(tokens.subList(at + 2, end)));
                at = end;
            } else if (NAME.matcher(token).matches()
                    && !WORDS.contains(token)
                    && !next.equals("(")
                    && !LISTS.contains(next)) {
                Set<String> labels = matchers.computeIfAbsent(token, name -> new TreeSet<>());
                if (next.equals("{")) {
                    int end = close(tokens, at + 1, "}");
                    labels.addAll(names(tokens.subList(at + 2, end)));
                    at = end;
                }
            }
        }
        Map<String, String> made = new TreeMap<>();
        MADE.matcher(expression).results().forEach(found -> made.put(found.group(1), found.group(2)));
        return new PromQl(matchers, groupings, made);
    }

    /** Names of labels; the values are in quotes. */
    private static List<String> names(List<String> tokens) {
        List<String> names = new ArrayList<>(tokens);
        names.removeIf(token -> !NAME.matcher(token).matches());
        return names;
    }

    private static int close(List<String> tokens, int from, String bracket) {
        for (int at = from; at < tokens.size(); at++) {
            if (tokens.get(at).equals(bracket)) {
                return at;
            }
        }
        throw new IllegalArgumentException("no " + bracket + " in " + tokens);
    }

    Set<String> metrics() {
        return matchers.keySet();
    }
}
