package io.elt.rules.stream;

import io.elt.plan.Column;
import io.elt.plan.Table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a lake table merges rows of one key, as far as it matters when a row is taken back. */
record MergeEngine(Table table) {
    /** Paimon's aggregate functions that can be undone. */
    private static final Set<String> UNDONE = Set.of(
            "sum",
            "product",
            "collect",
            "merge_map",
            "nested_update",
            "last_value",
            "last_non_null_value",
            "primary-key");

    private static final String DEFAULT_FUNCTION = "last_non_null_value";

    /** Why the first row that is taken back fails the job; empty if it does not. */
    Optional<String> refusal() {
        Map<String, String> options = table.options();
        if (isTrue("ignore-delete")) {
            return Optional.empty();
        }
        if (table.primaryKey().isEmpty()) {
            return Optional.of("has no primary key");
        }
        return switch (options.getOrDefault("merge-engine", "deduplicate")) {
            case "partial-update" -> partialUpdate();
            case "first-row" ->
                isTrue("first-row.ignore-delete")
                        ? Optional.empty()
                        : Optional.of("keeps the first row ('merge-engine' = 'first-row')");
            case "aggregation" -> aggregation();
            default -> Optional.empty();
        };
    }

    private Optional<String> partialUpdate() {
        boolean handled = isTrue("partial-update.ignore-delete")
                || isTrue("partial-update.remove-record-on-delete")
                || table.options().keySet().stream()
                        .anyMatch(key -> key.endsWith(".sequence-group")
                                || key.equals("partial-update.remove-record-on-sequence-group"));
        return handled ? Optional.empty() : Optional.of("fills rows part by part ('merge-engine' = 'partial-update')");
    }

    private Optional<String> aggregation() {
        if (isTrue("aggregation.remove-record-on-delete")) {
            return Optional.empty();
        }
        List<String> columns = table.columns().stream()
                .map(Column::name)
                .filter(column -> !table.primaryKey().contains(column))
                .toList();
        for (String column : columns) {
            String function = table.options()
                    .getOrDefault(
                            "fields." + column + ".aggregate-function",
                            table.options().getOrDefault("fields.default-aggregate-function", DEFAULT_FUNCTION));
            if (!UNDONE.contains(function) && !isTrue("fields." + column + ".ignore-retract")) {
                return Optional.of("aggregates " + column + " by " + function + ", which cannot be undone");
            }
        }
        return Optional.empty();
    }

    private boolean isTrue(String option) {
        return Boolean.parseBoolean(table.options().get(option));
    }
}
