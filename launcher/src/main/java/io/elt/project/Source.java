package io.elt.project;

import io.elt.diagnostic.SourceSpan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where data comes from: the options of a Flink connector, as the chosen target binds them. */
public record Source(String name, Map<String, Value.Scalar> options, SourceSpan span) {

    public static final String CONNECTOR = "connector";

    public Source {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    public Optional<String> connector() {
        return Optional.ofNullable(options.get(CONNECTOR)).map(Value.Scalar::text);
    }

    /** A binding that names a connector stands for itself; one that does not adds to this. */
    Source boundTo(Source binding) {
        if (binding.options.containsKey(CONNECTOR)) {
            return binding;
        }
        Map<String, Value.Scalar> merged = new LinkedHashMap<>(options);
        merged.putAll(binding.options);
        return new Source(name, merged, binding.span);
    }
}
