package io.elt.unittest.variation;

import io.elt.unittest.CellText;
import io.elt.unittest.TestTable;
import io.elt.unittest.YamlText;
import org.apache.flink.table.data.RowData;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static java.time.temporal.ChronoField.NANO_OF_SECOND;

/** Writes rows as a case writes them. NULL is left out: what a row does not name is NULL. */
final class RowYaml {
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
                .map(column -> YamlText.of(table.columns().get(column).name()) + ": " + cell(table, row, column))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String cell(TestTable table, RowData row, int column) {
        String text = TEXT.of(table, row, column);
        return switch (table.columns().get(column).type().getTypeRoot()) {
            case TIMESTAMP_WITH_LOCAL_TIME_ZONE -> YamlText.quoted(text + "Z");
            case DATE, TIME_WITHOUT_TIME_ZONE, TIMESTAMP_WITHOUT_TIME_ZONE -> YamlText.quoted(text);
            case CHAR, VARCHAR, BINARY, VARBINARY -> YamlText.of(text);
            case FLOAT, DOUBLE -> text.replace("NaN", ".nan").replace("Infinity", ".inf");
            default -> text;
        };
    }

    static String timestamp(LocalDateTime time) {
        return TIMESTAMP.format(time);
    }
}
