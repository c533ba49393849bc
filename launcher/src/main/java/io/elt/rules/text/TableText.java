package io.elt.rules.text;

import io.elt.diagnostic.Origin;
import io.elt.rules.text.StatementText.Name;
import io.elt.script.Statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A CREATE TABLE as it is written, of Flink or of StarRocks.
 *
 * @param name its parts as they are written
 * @param commented whether the table has a COMMENT
 * @param watermark whether it declares one
 */
public record TableText(
        Statement statement,
        boolean temporary,
        List<String> name,
        Place namePlace,
        List<ColumnText> columns,
        List<OptionText> options,
        boolean commented,
        boolean watermark) {
    private static final Set<String> MODIFIERS = Set.of("OR", "REPLACE", "EXTERNAL");

    /** Empty if the statement is no CREATE TABLE. */
    public static Optional<TableText> of(StatementText text) {
        int at = 1;
        while (isModifier(text, at)) {
            at++;
        }
        boolean temporary = text.is(at, "TEMPORARY");
        at += temporary ? 1 : 0;
        if (!text.is(0, "CREATE") || !text.is(at, "TABLE")) {
            return Optional.empty();
        }
        at += text.is(at + 1, "IF", "NOT", "EXISTS") ? 4 : 1;
        Optional<Name> name = text.name(at);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        int opening = name.get().last() + 1;
        boolean hasColumns = text.is(opening, "(");
        int behind = hasColumns ? text.behindBrackets(opening) : opening;
        List<List<Integer>> items = hasColumns ? items(text, opening) : List.of();
        return Optional.of(new TableText(
                text.statement(),
                temporary,
                name.get().parts(),
                new Place(text, name.get().first(), name.get().last()),
                columns(text, items),
                OptionText.all(text),
                hasComment(text, behind),
                items.stream().anyMatch(item -> text.is(item.get(0), "WATERMARK", "FOR"))));
    }

    private static boolean isModifier(StatementText text, int at) {
        return MODIFIERS.stream().anyMatch(word -> text.is(at, word));
    }

    public Origin nameOrigin() {
        return namePlace.origin();
    }

    public Optional<OptionText> option(String key) {
        return options.stream().filter(option -> option.key().equals(key)).findFirst();
    }

    public Optional<ColumnText> column(String wanted) {
        return columns.stream()
                .filter(column -> column.name().equalsIgnoreCase(wanted))
                .findFirst();
    }

    /** The positions of the first and the last token of each item between the brackets. */
    private static List<List<Integer>> items(StatementText text, int opening) {
        List<List<Integer>> items = new ArrayList<>();
        int end = text.behindBrackets(opening) - 1;
        int first = opening + 1;
        int depth = 0;
        for (int i = first; i <= end; i++) {
            boolean separates = depth == 0 && (i == end || text.is(i, ","));
            if (separates && i > first) {
                items.add(List.of(first, i - 1));
            }
            first = separates ? i + 1 : first;
            depth += text.is(i, "(") || text.is(i, "<") ? 1 : text.is(i, ")") || text.is(i, ">") ? -1 : 0;
        }
        return items;
    }

    private static List<ColumnText> columns(StatementText text, List<List<Integer>> items) {
        List<ColumnText> columns = new ArrayList<>();
        for (List<Integer> item : items) {
            int first = item.get(0);
            boolean constraint = text.is(first, "WATERMARK", "FOR")
                    || text.is(first, "PRIMARY", "KEY")
                    || text.is(first, "CONSTRAINT")
                    || text.is(first, "INDEX")
                    || text.is(first, "LIKE");
            Optional<Name> name = constraint ? Optional.empty() : text.name(first);
            name.ifPresent(found -> columns.add(new ColumnText(
                    found.parts().get(0),
                    text.name(first + 1)
                            .map(type -> type.parts().get(0).toUpperCase(Locale.ROOT))
                            .orElse(""),
                    hasComment(text, first, item.get(1)),
                    new Place(text, first, first))));
        }
        return columns;
    }

    private static boolean hasComment(StatementText text, int first, int last) {
        for (int i = first + 1; i < last; i++) {
            if (text.is(i, "COMMENT") && text.isString(i + 1)) {
                return !text.string(i + 1).isBlank();
            }
        }
        return false;
    }

    /** The table's own comment stands behind its columns; in options and partitions the word is none. */
    private static boolean hasComment(StatementText text, int behindColumns) {
        int i = behindColumns;
        while (i + 1 < text.size()) {
            if (text.is(i, "COMMENT") && text.isString(text.is(i + 1, "=") ? i + 2 : i + 1)) {
                return true;
            }
            i = text.is(i, "(") ? text.behindBrackets(i) : i + 1;
        }
        return false;
    }
}
