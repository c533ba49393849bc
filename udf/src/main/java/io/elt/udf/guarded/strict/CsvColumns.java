package io.elt.udf.guarded.strict;

import io.elt.udf.guarded.TypeName;
import io.elt.udf.guarded.strict.ObjectCheck.Member;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonParser;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.dataformat.csv.CsvSchema;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.LogicalTypeRoot;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.TimeType;

import java.util.Map;

/** The columns of a table as lines of CSV: how Flink's format reads a line, and what each value must be. */
final class CsvColumns {

    private static final int UNICODE_ESCAPE_LENGTH = 6;

    private CsvColumns() {}

    static ObjectCheck checks(RowType rowType, TypeChecks types) {
        return new ObjectCheck(rowType.getFields().stream()
                .map(field -> column(field.getName(), field.getType(), types))
                .toList());
    }

    /** A line with fewer values than columns is cut off, so none may be missing. */
    private static Member column(String name, LogicalType type, TypeChecks types) {
        ValueCheck check = check(type, types);
        return type.isNullable()
                ? Member.presentOrNull(name, TypeName.of(type), check)
                : Member.required(name, TypeName.of(type), check);
    }

    private static ValueCheck check(LogicalType type, TypeChecks types) {
        if (type instanceof TimeType time) {
            return TemporalCheck.isoTime(TypeName.of(type.copy(true)), time.getPrecision());
        }
        // A row within a line is written as a list of values; whether that fits is left to the inner format.
        return containsRow(type) ? JsonParser::skipChildren : types.of(type);
    }

    private static boolean containsRow(LogicalType type) {
        return type.is(LogicalTypeRoot.ROW) || type.getChildren().stream().anyMatch(CsvColumns::containsRow);
    }

    /** The same as Flink's format makes of the same options. */
    static CsvSchema schema(RowType rowType, Map<String, String> options) {
        CsvSchema.Builder schema = CsvSchema.builder();
        for (RowType.RowField field : rowType.getFields()) {
            schema.addColumn(field.getName(), columnType(field.getType()));
        }
        if (options.containsKey("field-delimiter")) {
            schema.setColumnSeparator(unescaped(options.get("field-delimiter")));
        }
        if (Boolean.parseBoolean(options.get("disable-quote-character"))) {
            schema.disableQuoteChar();
        } else if (options.containsKey("quote-character")) {
            schema.setQuoteChar(options.get("quote-character").charAt(0));
        }
        if (options.containsKey("escape-character")) {
            schema.setEscapeChar(options.get("escape-character").charAt(0));
        }
        if (options.containsKey("array-element-delimiter")) {
            schema.setArrayElementSeparator(options.get("array-element-delimiter"));
        }
        if (options.containsKey("null-literal")) {
            schema.setNullValue(options.get("null-literal"));
        }
        schema.setAllowComments(Boolean.parseBoolean(options.get("allow-comments")));
        return schema.build();
    }

    private static CsvSchema.ColumnType columnType(LogicalType type) {
        return switch (type.getTypeRoot()) {
            case ARRAY, ROW -> CsvSchema.ColumnType.ARRAY;
            default -> CsvSchema.ColumnType.STRING;
        };
    }

    /** As in Java source: a tab is written {@code \t} or {@code \}{@code u0009}. */
    private static char unescaped(String delimiter) {
        if (delimiter.startsWith("\\u") && delimiter.length() == UNICODE_ESCAPE_LENGTH) {
            return (char) Integer.parseInt(delimiter.substring(2), 16);
        }
        return delimiter.translateEscapes().charAt(0);
    }
}
