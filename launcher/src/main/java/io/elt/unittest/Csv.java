package io.elt.unittest;

import io.elt.diagnostic.SourceSpan;
import io.elt.project.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rows as comma-separated text: names in the first line, quotes doubled within quotes, an empty cell is NULL. What stands in
 * quotes is text; the rest is read as YAML would read it.
 */
final class Csv {
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.inf|\\.nan");

    private final String file;
    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;

    private Csv(String file, String text) {
        this.file = file;
        this.text = text;
    }

    static List<Value> rows(String file, String text) {
        return new Csv(file, text).rows();
    }

    private List<Value> rows() {
        List<Value> rows = new ArrayList<>();
        List<Value.Scalar> header = line();
        while (at < text.length()) {
            SourceSpan start = here();
            List<Value.Scalar> cells = line();
            boolean isBlank = cells.size() == 1 && cells.get(0).kind() == Value.Kind.NOTHING;
            if (isBlank) {
                continue;
            }
            if (cells.size() != header.size()) {
                throw TestFileErrors.csvCells(header.size(), cells.size(), start)
                        .toException();
            }
            List<Value.Entry> entries = new ArrayList<>();
            for (int i = 0; i < cells.size(); i++) {
                Value.Scalar name = header.get(i);
                entries.add(new Value.Entry(name.text(), name.span(), cells.get(i)));
            }
            rows.add(new Value.Mapping(entries, start));
        }
        return rows;
    }

    private List<Value.Scalar> line() {
        List<Value.Scalar> cells = new ArrayList<>();
        while (true) {
            cells.add(cell());
            if (at < text.length() && text.charAt(at) == ',') {
                at++;
                continue;
            }
            if (at < text.length()) {
                at++;
                line++;
                lineStart = at;
            }
            return cells;
        }
    }

    private Value.Scalar cell() {
        SourceSpan start = here();
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted(start);
        }
        int from = at;
        while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
            at++;
        }
        String cell = text.substring(from, at).strip();
        return new Value.Scalar(cell, kind(cell), true, until(start));
    }

    private Value.Scalar quoted(SourceSpan start) {
        StringBuilder cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            char letter = text.charAt(at++);
            if (letter != '"') {
                cell.append(letter);
                if (letter == '\n') {
                    line++;
                    lineStart = at;
                }
                continue;
            }
            if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
                continue;
            }
            if (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
                break;
            }
            return new Value.Scalar(cell.toString(), Value.Kind.TEXT, true, until(start));
        }
        throw TestFileErrors.csvQuote(start).toException();
    }

    private static Value.Kind kind(String cell) {
        if (cell.isEmpty()) {
            return Value.Kind.NOTHING;
        }
        if (INTEGER.matcher(cell).matches()) {
            return Value.Kind.INTEGER;
        }
        if (DECIMAL.matcher(cell).matches()) {
            return Value.Kind.DECIMAL;
        }
        return cell.equals("true") || cell.equals("false") ? Value.Kind.BOOLEAN : Value.Kind.TEXT;
    }

    private SourceSpan here() {
        return SourceSpan.at(file, line, at - lineStart + 1);
    }

    private SourceSpan until(SourceSpan start) {
        int column = Math.max(start.line() == line ? start.column() + 1 : 1, at - lineStart + 1);
        return new SourceSpan(file, start.line(), start.column(), line, column);
    }
}
