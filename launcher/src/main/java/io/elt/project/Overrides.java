package io.elt.project;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the command line says about the project: {@code --target} and {@code --var name=value}. */
public record Overrides(Optional<String> target, Map<String, String> variables) {

    public Overrides {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    public static Overrides none() {
        return new Overrides(Optional.empty(), Map.of());
    }

    public Overrides withTarget(String name) {
        return new Overrides(Optional.of(name), variables);
    }

    public Overrides withVariable(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(variables);
        more.put(name, value);
        return new Overrides(target, more);
    }
}
