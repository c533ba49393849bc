package io.elt.rules.text;

import io.elt.plan.TableName;
import io.elt.rules.text.StatementText.Name;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a short name means at a statement: {@code USE} has said it before. */
public record NameScope(String catalog, String database) {
    /** Where Flink's sessions start. */
    public static final NameScope START = new NameScope("default_catalog", "default_database");

    private static final String DEFAULT_DATABASE = "default";

    /** The scope behind a statement. */
    NameScope after(StatementText text) {
        if (text.is(0, "USE", "CATALOG")) {
            return text.name(2)
                    .map(name -> new NameScope(name.parts().get(0), DEFAULT_DATABASE))
                    .orElse(this);
        }
        if (!text.is(0, "USE") || text.is(1, "MODULES")) {
            return this;
        }
        return text.name(1).map(Name::parts).map(this::used).orElse(this);
    }

    private NameScope used(List<String> parts) {
        return parts.size() == 1 ? new NameScope(catalog, parts.get(0)) : new NameScope(parts.get(0), parts.get(1));
    }

    /** Empty if there are more parts than a table's name has, as with a column of a table. */
    public Optional<TableName> resolve(List<String> parts) {
        if (parts.size() > 3) {
            return Optional.empty();
        }
        List<String> all = new ArrayList<>(List.of(catalog, database).subList(0, 3 - parts.size()));
        all.addAll(parts);
        return Optional.of(new TableName(all.get(0), all.get(1), all.get(2)));
    }
}
