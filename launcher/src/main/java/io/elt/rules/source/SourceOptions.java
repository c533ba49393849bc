package io.elt.rules.source;

import io.elt.diagnostic.Origin;
import io.elt.project.Source;
import io.elt.rules.CheckedProject;
import io.elt.rules.text.OptionText;
import io.elt.rules.text.ProjectText.Definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The options of all sources, at the place where each is written: elt.yaml, or the table that reads it. */
final class SourceOptions {
    private SourceOptions() {}

    /**
     * @param source what it is the option of, in words
     */
    record Option(String source, String key, String value, Origin origin) {}

    static List<Option> of(CheckedProject project) {
        List<Option> found = new ArrayList<>();
        for (Source source : project.project().sources().values()) {
            boolean used =
                    project.rendered().stream().anyMatch(file -> file.sources().contains(source.name()));
            if (used) {
                source.options()
                        .forEach((key, value) -> found.add(new Option(
                                "source '" + source.name() + "'", key, value.text(), Origin.of(value.span()))));
            }
        }
        for (Definition table : project.text().definitions()) {
            for (OptionText option : table.text().options()) {
                if (!isOfSource(project, table, option.key())) {
                    found.add(new Option(
                            "table "
                                    + table.text()
                                            .name()
                                            .get(table.text().name().size() - 1),
                            option.key(),
                            option.value(),
                            option.origin()));
                }
            }
        }
        return found;
    }

    /** What {@code source()} rendered is told at elt.yaml. */
    private static boolean isOfSource(CheckedProject project, Definition table, String key) {
        Set<String> sources = table.text().statement().rendered().sources();
        return sources.stream()
                .map(project.project().sources()::get)
                .anyMatch(source -> source != null && source.options().containsKey(key));
    }
}
