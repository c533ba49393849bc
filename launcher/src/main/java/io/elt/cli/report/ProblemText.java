package io.elt.cli.report;

import io.elt.diagnostic.Diagnostic;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that a problem says, without its place, which forms have fields for. */
final class ProblemText {
    private ProblemText() {}

    static String of(Diagnostic problem) {
        return Stream.of(
                        Stream.of(problem.message()),
                        problem.detail().stream(),
                        problem.hint().map(hint -> "hint: " + hint).stream())
                .flatMap(part -> part)
                .collect(Collectors.joining("\n"));
    }
}
