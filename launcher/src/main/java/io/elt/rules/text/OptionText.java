package io.elt.rules.text;

import io.elt.diagnostic.Origin;

import java.util.ArrayList;
import java.util.List;

/**
 * One {@code 'key' = 'value'}.
 *
 * @param verbatim whether the value stands like this in a file, as opposed to what a template computed
 */
public record OptionText(String key, String value, boolean verbatim, Place keyPlace, Place valuePlace) {
    /** Where its key is written. */
    public Origin origin() {
        return keyPlace.origin();
    }

    public Origin valueOrigin() {
        return valuePlace.origin();
    }

    /** Options from the bracket at a position on; {@code 'key'} alone is none. */
    static List<OptionText> read(StatementText text, int opening) {
        List<OptionText> options = new ArrayList<>();
        int end = text.behindBrackets(opening);
        for (int i = opening + 1; i + 2 < end; i++) {
            if (text.isString(i) && text.is(i + 1, "=") && text.isString(i + 2)) {
                options.add(new OptionText(
                        text.string(i),
                        text.string(i + 2),
                        text.isVerbatim(i + 2),
                        new Place(text, i, i),
                        new Place(text, i + 2, i + 2)));
                i += 2;
            }
        }
        return options;
    }

    /** Options of all {@code WITH (...)} and {@code OPTIONS(...)} of a statement. */
    public static List<OptionText> all(StatementText text) {
        List<OptionText> options = new ArrayList<>();
        for (int i = 0; i + 1 < text.size(); i++) {
            if ((text.is(i, "WITH") || text.is(i, "OPTIONS")) && text.is(i + 1, "(") && text.isString(i + 2)) {
                options.addAll(read(text, i + 1));
            }
        }
        return options;
    }
}
