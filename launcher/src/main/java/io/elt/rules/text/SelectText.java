package io.elt.rules.text;

import io.elt.diagnostic.Origin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The places of what a SELECT lists. */
public final class SelectText {
    private static final Set<String> QUANTIFIERS = Set.of("DISTINCT", "ALL");

    private SelectText() {}

    /** One place for each column of an INSERT's query; empty if they cannot be told apart, as with a star or a WITH. */
    public static Optional<List<Origin>> columns(StatementText text, int query, int expected) {
        if (!text.is(query, "SELECT")) {
            return Optional.empty();
        }
        List<Origin> places = new ArrayList<>();
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
                places.add(text.origin(first, i - 1));
                first = i + 1;
            }
            if (ends) {
                break;
            }
            depth += opens(text, i) ? 1 : closes(text, i) ? -1 : 0;
        }
        return places.size() == expected ? Optional.of(places) : Optional.empty();
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
