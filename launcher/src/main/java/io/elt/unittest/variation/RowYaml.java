package io.elt.unittest.variation;

import io.elt.unittest.CellText;
import io.elt.unittest.TestTable;
import org.apache.flink.table.data.RowData;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static java.time.temporal.ChronoField.NANO_OF_SECOND;

/** Writes rows as a case writes them. NULL is left out: what a row does not name is NULL. */
final class RowYaml {
    /** What is text without quotes, too: a letter, then nothing that means something in a mapping. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");

    /** Words that some reader of YAML takes for something else. */
    private static final Set<String> RESERVED = Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);

    /** Times of the world are written with their zone, so that the project's does not matter. */
    private static final CellText TEXT = new CellText(ZoneOffset.UTC);

    private RowYaml() {}

    /** All columns that are not NULL. */
    static String of(TestTable table, RowData row) {
        return of(table, IntStream.range(0, table.columns().size()).boxed().toList(), row);
    }

    /**
     * @param columns positions of those to write
     */
    static String of(TestTable table, List<Integer> columns, RowData row) {
        return columns.stream()
                .filter(column -> Cells.at(table, row, column) != null)
                .map(column -> text(table.columns().get(column).name()) + ": " + cell(table, row, column))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String cell(TestTable table, RowData row, int column) {
        String text = TEXT.of(table, row, column);
        return switch (table.columns().get(column).type().getTypeRoot()) {
            case TIMESTAMP_WITH_LOCAL_TIME_ZONE -> quoted(text + "Z");
            case DATE, TIME_WITHOUT_TIME_ZONE, TIMESTAMP_WITHOUT_TIME_ZONE -> quoted(text);
            case CHAR, VARCHAR, BINARY, VARBINARY -> text(text);
            case FLOAT, DOUBLE -> text.replace("NaN", ".nan").replace("Infinity", ".inf");
            default -> text;
        };
    }

    static String timestamp(LocalDateTime time) {
        return TIMESTAMP.format(time);
    }

    /** A word as it is, anything else in quotes. */
    static String text(String text) {
        boolean isPlain = PLAIN.matcher(text).matches() && !RESERVED.contains(text.toLowerCase(Locale.ROOT));
        return isPlain ? text : quoted(text);
    }

    private static String quoted(String text) {
        boolean isOneLine = text.chars().noneMatch(Character::isISOControl);
        if (isOneLine) {
            return "'" + text.replace("'", "''") + "'";
        }
        String escaped = text.chars()
                .mapToObj(letter -> switch (letter) {
                    case '"' -> "\\\"";
                    case '\\' -> "\\\\";
                    case '\n' -> "\\n";
                    case '\t' -> "\\t";
                    default ->
                        Character.isISOControl(letter)
                                ? String.format("\\x%02x", letter)
                                : String.valueOf((char) letter);
                })
                .collect(Collectors.joining());
        return '"' + escaped + '"';
    }
}
