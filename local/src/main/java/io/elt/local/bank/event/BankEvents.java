package io.elt.local.bank.event;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Rows as the records that announce them. Transactions are plain JSON; all others are changes as Debezium writes them
 * with its JSON converter and schemas switched off.
 */
public final class BankEvents {
    private final LongSupplier clock;

    /** @param clock the time that changes carry, in milliseconds */
    public BankEvents(LongSupplier clock) {
        this.clock = clock;
    }

    /** A row that was there when capturing began. */
    public BankRecord loaded(Row row) {
        return row.table().isChangeCapture() ? change(row.table(), "r", null, row) : plain(row);
    }

    /** A row that came into being; for a transaction also one with other values than before. */
    public BankRecord created(Row row) {
        return row.table().isChangeCapture() ? change(row.table(), "c", null, row) : plain(row);
    }

    public BankRecord updated(Row before, Row after) {
        return change(after.table(), "u", before, after);
    }

    /** A delete and the tombstone that follows it. */
    public List<BankRecord> deleted(Row before) {
        BankRecord delete = change(before.table(), "d", before, null);
        return List.of(delete, delete.withValue(null));
    }

    /** The record's key: for transactions the number as text, for all others as Debezium writes it. */
    public static String key(BankTable table, String number) {
        if (!table.isChangeCapture()) {
            return number;
        }
        return new JsonText()
                .open()
                .name(table.key().name())
                .verbatim(number)
                .close()
                .toString();
    }

    /** What comes before the row in the event of a loaded row. */
    public static JsonText startLoaded(BankTable table) {
        JsonText json = new JsonText();
        if (table.isChangeCapture()) {
            json.open().name("before").verbatim("null").name("after");
        }
        return json.open();
    }

    /** What comes after the row in the event of a loaded row. */
    public String endLoaded(BankTable table, JsonText json) {
        json.close();
        return table.isChangeCapture() ? end(json, table, "r") : json.toString();
    }

    private BankRecord plain(Row row) {
        return BankRecord.of(row.table(), key(row.table(), Long.toString(row.key())), rowText(row));
    }

    private BankRecord change(BankTable table, String operation, Row before, Row after) {
        JsonText json = new JsonText().open();
        json.name("before").verbatim(rowText(before)).name("after").verbatim(rowText(after));
        long key = after == null ? before.key() : after.key();
        return BankRecord.of(table, key(table, Long.toString(key)), end(json, table, operation));
    }

    private String end(JsonText json, BankTable table, String operation) {
        json.name("op").string(operation);
        json.name("ts_ms").verbatim(Long.toString(clock.getAsLong()));
        json.name("source").open().name("db").string("bank");
        return json.name("table").string(table.sourceName()).close().close().toString();
    }

    private static String rowText(Row row) {
        if (row == null) {
            return "null";
        }
        JsonText json = new JsonText().open();
        for (int i = 0; i < row.table().columns().size(); i++) {
            Column column = row.table().columns().get(i);
            Object value = row.valueAt(i);
            if (value != null || column.isInFile()) {
                write(json.name(column.name()), value);
            }
        }
        return json.close().toString();
    }

    private static void write(JsonText json, Object value) {
        if (value instanceof String text) {
            json.string(text);
            return;
        }
        if (value instanceof BigDecimal number) {
            json.verbatim(number.toPlainString());
            return;
        }
        json.verbatim(String.valueOf(value));
    }
}
