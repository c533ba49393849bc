package io.elt.rules.text;

import io.elt.diagnostic.Origin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a SELECT lists. */
public final class SelectText {
    /**
     * One column.
     *
     * @param computed whether it is more than the name of a column
     */
    public record Item(Origin origin, boolean computed) {}

    private static final Set<String> QUANTIFIERS = Set.of("DISTINCT", "ALL");

    private SelectText() {}

    /** One item for each column of an INSERT's query; empty if they cannot be told apart, as with a star or a WITH. */
    public static Optional<List<Item>> items(StatementText text, int query, int expected) {
        if (!text.is(query, "SELECT")) {
            return Optional.empty();
        }
        List<Item> items = new ArrayList<>();
        int first = query + 1;
        while (isQuantifier(text, first)) {
            first++;
        }
        int depth = 0;
        for (int i = first; i <= text.size(); i++) {
            boolean ends = depth == 0 && (i == text.size() || text.is(i, "FROM"));
            boolean separates = ends || (depth == 0 && text.is(i, ","));
            if (separates) {
                if (i == first || text.is(i - 1, "*")) {
                    return Optional.empty();
                }
                items.add(item(text, first, i - 1));
                first = i + 1;
            }
            if (ends) {
                break;
            }
            depth += opens(text, i) ? 1 : closes(text, i) ? -1 : 0;
        }
        return items.size() == expected ? Optional.of(items) : Optional.empty();
    }

    private static Item item(StatementText text, int first, int last) {
        int named = text.name(first).map(StatementText.Name::last).orElse(-1);
        boolean renamed = text.is(named + 1, "AS") ? named + 2 == last : named + 1 == last;
        return new Item(text.origin(first, last), named != last && !renamed);
    }

    private static boolean isQuantifier(StatementText text, int at) {
        return QUANTIFIERS.stream().anyMatch(word -> text.is(at, word));
    }

    private static boolean opens(StatementText text, int at) {
        return text.is(at, "(") || text.is(at, "CASE");
    }

    private static boolean closes(StatementText text, int at) {
        return text.is(at, ")") || text.is(at, "END");
    }
}
