package io.elt.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds all that elt.yaml gives a name to, for all targets, whatever may be wrong with the rest of it. */
final class Declarations {
    private final List<Declaration> found = new ArrayList<>();

    private Declarations() {}

    static List<Declaration> of(Value.Mapping root) {
        Declarations declarations = new Declarations();
        declarations.under(root, Optional.empty());
        for (Value.Entry target : entries(root, "targets")) {
            if (target.value() instanceof Value.Mapping mapping) {
                declarations.under(mapping, Optional.of(target.key()));
            }
        }
        return declarations.found;
    }

    private void under(Value.Mapping owner, Optional<String> target) {
        for (Value.Entry variable : entries(owner, "vars")) {
            add(Declaration.Kind.VARIABLE, variable, target);
        }
        for (Value.Entry source : entries(owner, "sources")) {
            add(Declaration.Kind.SOURCE, source, target);
        }
        owner.entries().stream()
                .filter(entry -> entry.key().equals("flink"))
                .forEach(entry -> add(Declaration.Kind.FLINK_SETTINGS, entry, target));
    }

    private void add(Declaration.Kind kind, Value.Entry entry, Optional<String> target) {
        Map<String, Value> values = new LinkedHashMap<>();
        List<Value.Entry> flat = new Value.Mapping(List.of(entry), entry.value().span()).flattened();
        int prefix = flat.size() == 1 && flat.get(0) == entry ? 0 : entry.key().length() + 1;
        flat.forEach(each -> values.put(each.key().substring(prefix), each.value()));
        found.add(new Declaration(kind, entry.key(), target, entry.keySpan(), values));
    }

    private static List<Value.Entry> entries(Value.Mapping owner, String key) {
        return owner.entries().stream()
                .filter(entry -> entry.key().equals(key))
                .map(Value.Entry::value)
                .filter(Value.Mapping.class::isInstance)
                .flatMap(value -> ((Value.Mapping) value).entries().stream())
                .toList();
    }
}
