package io.elt.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of a text that can be names, without regard to case.
 *
 * @param all in lower case
 */
record Words(Set<String> all) {
    private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}\\p{N}_$]+");
    private static final Set<String> AFTER_NAME = Set.of("as", "with", "comment", "language", "using");

    static Words of(String text) {
        return new Words(inOrder(text).collect(Collectors.toSet()));
    }

    /** The last part of the name that a CREATE statement gives, also if the rest of it is broken. */
    static Optional<String> created(String create) {
        int open = create.indexOf('(');
        List<String> head =
                inOrder(open < 0 ? create : create.substring(0, open)).toList();
        return head.stream().takeWhile(word -> !AFTER_NAME.contains(word)).reduce((first, second) -> second);
    }

    boolean contain(String name) {
        return all.contains(name.toLowerCase(Locale.ROOT));
    }

    private static Stream<String> inOrder(String text) {
        return Arrays.stream(NO_NAME.split(text))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT));
    }
}
