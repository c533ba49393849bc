package io.elt.local.bank.file;

import java.util.ArrayList;
import java.util.List;

/** A line's fields. An unquoted field that is empty has no value; a quoted one has, be it empty. */
record Fields(List<Field> fields) {

    /** @param closed false when the line ends before the field's closing quote */
    record Field(String text, boolean quoted, boolean closed) {
        boolean isAbsent() {
            return text.isEmpty() && !quoted;
        }
    }

    static Fields of(String line) {
        List<Field> fields = new ArrayList<>();
        int start = 0;
        while (start <= line.length()) {
            boolean quoted = start < line.length() && line.charAt(start) == '"';
            start = quoted ? readQuoted(line, start + 1, fields) : readPlain(line, start, fields);
        }
        return new Fields(List.copyOf(fields));
    }

    private static int readPlain(String line, int start, List<Field> fields) {
        int separator = line.indexOf(';', start);
        int end = separator < 0 ? line.length() : separator;
        fields.add(new Field(line.substring(start, end), false, true));
        return end + 1;
    }

    // A quote closes the field only in front of a separator or the line's end; elsewhere it is part of the text.
    private static int readQuoted(String line, int start, List<Field> fields) {
        StringBuilder text = new StringBuilder();
        int i = start;
        while (i < line.length()) {
            char character = line.charAt(i);
            if (character == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                i++;
            } else if (character == '"' && (i + 1 == line.length() || line.charAt(i + 1) == ';')) {
                fields.add(new Field(text.toString(), true, true));
                return i + 2;
            }
            text.append(character);
            i++;
        }
        fields.add(new Field(text.toString(), true, false));
        return line.length() + 1;
    }
}
