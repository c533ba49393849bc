package io.elt.selector;

import io.elt.selector.SelectableGraph.Node;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which files a term means, before it is widened to what they read and what reads them. */
final class SelectorMethods {

    private SelectorMethods() {}

    static boolean matches(SelectorTerm term, Node node) {
        String pattern = term.pattern();
        return switch (term.method()) {
            case TAG -> any(node.tags(), pattern);
            case LAYER -> Globs.matches(pattern, node.layer());
            case TABLE -> any(node.tables(), pattern);
            case NAME -> Globs.matches(pattern, node.name());
            case PATH -> Globs.matchesPath(normal(pattern), node.path());
            case FILE -> Globs.matches(pattern, fileName(node));
            case CONFIG -> node.config().getOrDefault(term.argument(), Set.of()).contains(pattern);
            case SOURCE -> any(node.sources(), pattern);
            case QUALIFIED_NAME -> isQualifiedName(pattern, node) || isTable(pattern, node);
        };
    }

    /** What the term could have meant. */
    static Stream<String> known(SelectorTerm term, Node node) {
        return switch (term.method()) {
            case TAG -> node.tags().stream();
            case LAYER -> Stream.of(node.layer());
            case TABLE -> node.tables().stream();
            case PATH -> Stream.of(node.path());
            case FILE -> Stream.of(fileName(node));
            case CONFIG -> node.config().getOrDefault(term.argument(), Set.of()).stream();
            case SOURCE -> node.sources().stream();
            case NAME, QUALIFIED_NAME -> Stream.of(node.name());
        };
    }

    /**
     * dbt's rule: the whole name or its beginning, with or without the project; from a glob on, the whole rest. But a glob
     * without a dot means the name alone: with dbt {@code b*} would also match the name of the project, and so every file.
     */
    private static boolean isQualifiedName(String pattern, Node node) {
        if (pattern.indexOf('.') < 0 && Globs.isGlob(pattern)) {
            return Globs.matches(pattern, node.name());
        }
        List<String> all = node.qualifiedName();
        return isBeginning(pattern, all) || isBeginning(pattern, all.subList(1, all.size()));
    }

    private static boolean isBeginning(String pattern, List<String> qualifiedName) {
        if (qualifiedName.get(qualifiedName.size() - 1).equals(pattern)) {
            return true;
        }
        List<String> wanted = parts(pattern);
        List<String> parts = parts(String.join(".", qualifiedName));
        if (parts.size() < wanted.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (Globs.isGlob(wanted.get(i))) {
                return Globs.matches(rest(wanted, i), rest(parts, i));
            }
            if (!wanted.get(i).equals(parts.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> parts(String name) {
        return List.of(name.split("\\.", -1));
    }

    private static String rest(List<String> parts, int from) {
        return String.join(".", parts.subList(from, parts.size()));
    }

    /** A pattern without a dot means names of files; otherwise {@code [!x]*} would match every table of a catalog. */
    private static boolean isTable(String pattern, Node node) {
        return (!Globs.isGlob(pattern) || pattern.contains(".")) && any(node.tables(), pattern);
    }

    private static boolean any(Set<String> values, String pattern) {
        return values.stream().anyMatch(value -> Globs.matches(pattern, value));
    }

    private static String fileName(Node node) {
        return node.path().substring(node.path().lastIndexOf('/') + 1);
    }

    private static String normal(String pattern) {
        String wanted = pattern.replace('\\', '/');
        while (wanted.startsWith("./")) {
            wanted = wanted.substring(2);
        }
        return wanted;
    }
}
