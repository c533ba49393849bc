package io.elt.unittest.run;

import io.elt.diagnostic.SourceSpan;
import io.elt.project.Value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Changes of single places in a YAML file, collected first and made together. */
final class YamlEdits {
    private static final int WIDEST = 120;

    private final String text;
    private final String newline;
    private final List<Edit> edits = new ArrayList<>();

    private record Edit(int start, int end, String text) {}

    YamlEdits(String text) {
        this.text = text;
        this.newline = text.contains("\r\n") ? "\r\n" : "\n";
    }

    /** The text with all changes. */
    String result() {
        StringBuilder result = new StringBuilder(text);
        edits.stream()
                .sorted(Comparator.comparingInt(Edit::start)
                        .thenComparingInt(Edit::end)
                        .reversed())
                .forEach(edit -> result.replace(edit.start(), edit.end(), edit.text()));
        return result.toString();
    }

    boolean isChanged() {
        return !edits.isEmpty();
    }

    /** Whether a list has its items on lines of their own, each after a dash. */
    boolean isBlock(Value.Sequence list) {
        return text.charAt(start(list)) == '-';
    }

    /** Whether a value stands where it is used and its end can be told. */
    boolean canReplace(Value value) {
        return end(value).isPresent();
    }

    void replace(Value item, String with) {
        edits.add(new Edit(start(item), end(item).orElseThrow(), with));
    }

    /** Takes an item of a block list away, with its line. */
    void remove(Value item) {
        int start = text.lastIndexOf('\n', start(item)) + 1;
        int end = text.indexOf('\n', end(item).orElseThrow());
        edits.add(new Edit(start, end < 0 ? text.length() : end + 1, ""));
    }

    /** Adds items to a block list, after its last one. */
    void append(Value.Sequence list, List<String> items) {
        if (items.isEmpty()) {
            return;
        }
        Value last = list.items().get(list.items().size() - 1);
        int end = text.indexOf('\n', end(last).orElseThrow());
        boolean atEnd = end < 0;
        String indent = " ".repeat(list.span().column() - 1);
        String lines = items.stream()
                .map(item -> indent + "- " + item)
                .collect(Collectors.joining(newline, atEnd ? newline : "", atEnd ? "" : newline));
        int place = atEnd ? text.length() : end + 1;
        edits.add(new Edit(place, place, lines));
    }

    /** Replaces all items of a list; returns false if its end cannot be told. */
    boolean replaceList(Value.Sequence list, List<String> items) {
        Optional<Integer> end = end(list);
        if (end.isEmpty()) {
            return false;
        }
        int column = list.span().column();
        edits.add(new Edit(start(list), end.get(), isBlock(list) ? block(column, items) : flow(column, items)));
        return true;
    }

    private String block(int column, List<String> items) {
        return items.isEmpty()
                ? "[]"
                : items.stream().map(item -> "- " + item).collect(Collectors.joining(newline + " ".repeat(column - 1)));
    }

    private String flow(int column, List<String> items) {
        String line = "[" + String.join(", ", items) + "]";
        return column + line.length() <= WIDEST
                ? line
                : "[" + String.join("," + newline + " ".repeat(column), items) + "]";
    }

    private int start(Value value) {
        return offset(value.span().line(), value.span().column());
    }

    /** Where a value ends; empty if that is not told by where its parts stand. */
    private Optional<Integer> end(Value value) {
        SourceSpan span = value.span();
        int start = start(value);
        char first = text.charAt(start);
        if (value instanceof Value.Scalar) {
            return first == '|' || first == '>' || first == '&'
                    ? Optional.empty()
                    : Optional.of(offset(span.endLine(), span.endColumn()));
        }
        if (first == '[' || first == '{') {
            return Optional.of(offset(span.endLine(), span.endColumn()));
        }
        if (first == '&') {
            return Optional.empty();
        }
        List<Value> parts = value instanceof Value.Sequence sequence
                ? sequence.items()
                : ((Value.Mapping) value)
                        .entries().stream().map(Value.Entry::value).toList();
        int end = start;
        for (Value part : parts) {
            Optional<Integer> of = end(part);
            if (of.isEmpty() || start(part) < start) {
                return Optional.empty();
            }
            end = Math.max(end, of.get());
        }
        return Optional.of(end);
    }

    /** Lines and columns from 1. */
    private int offset(int line, int column) {
        int lineStart = 0;
        for (int i = 1; i < line; i++) {
            lineStart = text.indexOf('\n', lineStart) + 1;
        }
        return lineStart + column - 1;
    }
}
