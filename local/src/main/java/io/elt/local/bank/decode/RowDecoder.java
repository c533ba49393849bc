package io.elt.local.bank.decode;

import com.fasterxml.jackson.databind.JsonNode;
import io.elt.local.bank.event.BankTable;
import io.elt.local.bank.event.Column;
import io.elt.local.bank.event.ColumnType;
import io.elt.local.bank.event.Row;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;

/** A row from a JSON object, each column of exactly its type. Fields that the table does not have are not looked at. */
final class RowDecoder {
    private final BankTable table;
    private final Predicate<Column> required;

    private RowDecoder(BankTable table, Predicate<Column> required) {
        this.table = table;
        this.required = required;
    }

    static RowDecoder whole(BankTable table) {
        return new RowDecoder(table, Column::isRequired);
    }

    /** For a row that only has to say which one it was. */
    static RowDecoder keyed(BankTable table) {
        return new RowDecoder(table, column -> column.equals(table.key()));
    }

    Row decode(JsonNode object) throws UndecodableException {
        List<Column> columns = table.columns();
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            Column column = columns.get(i);
            JsonNode node = object.path(column.name());
            if (!node.isMissingNode() && !node.isNull()) {
                values[i] = value(column, node);
                continue;
            }
            if (required.test(column)) {
                throw UndecodableException.missing(column.name());
            }
        }
        return Row.of(table, values);
    }

    private static Object value(Column column, JsonNode node) throws UndecodableException {
        ColumnType type = column.type();
        return switch (type) {
            case INT -> integer(column.name(), node, node.canConvertToInt());
            case BIGINT -> integer(column.name(), node, node.canConvertToLong());
            case DECIMAL_15_2, DECIMAL_5_2, DECIMAL_5_1 -> decimal(column, node);
            case TEXT -> text(column.name(), node);
            case FLAG -> {
                if (!node.isBoolean()) {
                    throw UndecodableException.wrongValue(column.name(), "true or false");
                }
                yield node.booleanValue();
            }
        };
    }

    private static String text(String name, JsonNode node) throws UndecodableException {
        if (!node.isTextual()) {
            throw UndecodableException.wrongValue(name, "a string");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(node.textValue())) {
            throw UndecodableException.wrongValue(name, "text: it has half of a surrogate pair");
        }
        return node.textValue();
    }

    private static Long integer(String name, JsonNode node, boolean fits) throws UndecodableException {
        if (!node.isIntegralNumber() || !fits) {
            throw UndecodableException.wrongValue(name, "an integer in range");
        }
        return node.longValue();
    }

    private static BigDecimal decimal(Column column, JsonNode node) throws UndecodableException {
        if (!node.isNumber()) {
            throw UndecodableException.wrongValue(column.name(), "a number");
        }
        BigDecimal value = node.decimalValue();
        // Digits first: 1e999999999 is short to write and must not be spelled out.
        ColumnType type = column.type();
        if ((long) value.precision() - value.scale() > type.wholeDigits()
                || value.stripTrailingZeros().scale() > type.scale()) {
            throw UndecodableException.wrongValue(column.name(), "a number that fits " + type);
        }
        return value.setScale(type.scale());
    }
}
