package io.elt.cli.plan;

import io.elt.plan.ExternalInput;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where an input comes from, without its secrets: of its options only those that name the place. */
final class InputText {
    private InputText() {}

    static String of(ExternalInput input) {
        return Stream.of("connector", "topic", "topic-pattern", "table-name", "path")
                .flatMap(key -> input.option(key).stream())
                .collect(Collectors.joining(" "));
    }
}
