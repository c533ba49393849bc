package io.elt.unittest.run;

import io.elt.unittest.CellText;
import io.elt.unittest.TestTable;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.LogicalTypeFamily;
import org.apache.flink.types.RowKind;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes rows as a case writes them. */
final class YamlRow {
    /** A text that needs no quotes: starts with a letter, holds nothing that means something. */
    private static final Pattern PLAIN = Pattern.compile("\\p{L}[\\p{L}\\p{N}_. /()-]*");

    private static final Set<String> RESERVED = Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

    private final TestTable table;
    private final CellText text;

    YamlRow(TestTable table, CellText text) {
        this.table = table;
        this.text = text;
    }

    /**
     * @param columns positions of those to write
     */
    String of(RowData row, List<Integer> columns, RowKind kind) {
        String cells = columns.stream()
                .map(column -> name(table.columns().get(column).name()) + ": " + cell(row, column))
                .collect(Collectors.joining(", ", "{", "}"));
        return kind == RowKind.INSERT ? cells : "{" + kind.shortString() + ": " + cells + "}";
    }

    private String cell(RowData row, int column) {
        LogicalType type = table.columns().get(column).type();
        if (row.isNullAt(column)) {
            return "null";
        }
        String cell = text.of(table, row, column);
        boolean isBare = type.is(LogicalTypeFamily.NUMERIC) || type.is(LogicalTypeFamily.CONSTRUCTED);
        return switch (type.getTypeRoot()) {
            case BOOLEAN -> cell;
            case DATE -> cell;
            case DOUBLE, FLOAT -> cell.replace("NaN", ".nan").replace("Infinity", ".inf");
            default -> isBare ? cell : quoted(cell);
        };
    }

    private static String name(String column) {
        return quoted(column);
    }

    private static String quoted(String cell) {
        boolean isPlain = PLAIN.matcher(cell).matches()
                && !RESERVED.contains(cell.toLowerCase(Locale.ROOT))
                && !cell.endsWith(" ");
        if (isPlain) {
            return cell;
        }
        if (cell.chars().noneMatch(Character::isISOControl)) {
            return "'" + cell.replace("'", "''") + "'";
        }
        StringBuilder escaped = new StringBuilder("\"");
        cell.chars()
                .forEach(letter -> escaped.append(
                        switch (letter) {
                            case '"' -> "\\\"";
                            case '\\' -> "\\\\";
                            case '\n' -> "\\n";
                            case '\t' -> "\\t";
                            default ->
                                Character.isISOControl(letter)
                                        ? String.format("\\x%02x", letter)
                                        : String.valueOf((char) letter);
                        }));
        return escaped.append('"').toString();
    }
}
