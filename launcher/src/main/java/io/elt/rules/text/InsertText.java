package io.elt.rules.text;

import io.elt.diagnostic.Origin;
import io.elt.rules.text.StatementText.Name;
import io.elt.script.Statement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The head of an INSERT.
 *
 * @param target the parts of the table's name as they are written
 * @param partition the values of a static PARTITION
 * @param query position of the first token of the query
 */
public record InsertText(
        Statement statement, List<String> target, Place targetPlace, Map<String, String> partition, int query) {
    public InsertText {
        target = List.copyOf(target);
        partition = Collections.unmodifiableMap(new LinkedHashMap<>(partition));
    }

    public Origin targetOrigin() {
        return targetPlace.origin();
    }

    /** Empty if the statement is no INSERT. */
    public static Optional<InsertText> of(StatementText text) {
        if (!text.is(0, "INSERT") || !(text.is(1, "INTO") || text.is(1, "OVERWRITE"))) {
            return Optional.empty();
        }
        int at = text.is(2, "TABLE") ? 3 : 2;
        return text.name(at).map(name -> of(text, name));
    }

    private static InsertText of(StatementText text, Name name) {
        int at = name.last() + 1;
        Map<String, String> partition = new LinkedHashMap<>();
        if (text.is(at, "PARTITION", "(")) {
            int end = text.behindBrackets(at + 1);
            for (int i = at + 2; i < end; i++) {
                if (text.is(i, "=") && text.isString(i + 1)) {
                    String value = text.string(i + 1);
                    text.name(i - 1).ifPresent(key -> partition.put(key.parts().get(0), value));
                }
            }
            at = end;
        }
        if (text.is(at, "(") && !text.is(at + 1, "SELECT") && !text.is(at + 1, "VALUES") && !text.is(at + 1, "(")) {
            at = text.behindBrackets(at);
        }
        return new InsertText(
                text.statement(), name.parts(), new Place(text, name.first(), name.last()), partition, at);
    }
}
