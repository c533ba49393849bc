package io.elt.local.bank.file;

import io.elt.local.bank.event.BankEvents;
import io.elt.local.bank.event.BankRecord;
import io.elt.local.bank.event.BankTable;
import io.elt.local.bank.event.Column;
import io.elt.local.bank.event.JsonText;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Turns a line into its event. */
final class LineEvent {
    private final BankTable table;
    private final Header header;
    private final BankEvents events;

    LineEvent(BankTable table, Header header, BankEvents events) {
        this.table = table;
        this.header = header;
        this.events = events;
    }

    BankRecord of(LineReader.Line line) {
        List<Fields.Field> fields = Fields.of(line.text()).fields();
        boolean cut = isCut(line, fields);
        JsonText json = BankEvents.startLoaded(table);
        int known = Math.min(fields.size(), header.columns().size());
        for (int i = 0; i < known; i++) {
            Column column = header.columns().get(i);
            json.name(column.name());
            if (cut && i == fields.size() - 1) {
                writeCut(json, column, fields.get(i));
                return record(json.toString(), key(fields, i));
            }
            write(json, column, fields.get(i));
        }
        return record(withSurplus(events.endLoaded(table, json), fields), key(fields, known));
    }

    private boolean isCut(LineReader.Line line, List<Fields.Field> fields) {
        boolean open = !fields.get(fields.size() - 1).closed();
        return open || !line.whole() || fields.size() < header.columns().size();
    }

    // More fields than columns: nobody knows what they mean, so they stay behind the event and spoil it.
    private String withSurplus(String event, List<Fields.Field> fields) {
        StringBuilder spoiled = new StringBuilder(event);
        for (Fields.Field field : fields.subList(header.columns().size(), fields.size())) {
            spoiled.append(';').append(field.text());
        }
        return spoiled.toString();
    }

    private void write(JsonText json, Column column, Fields.Field field) {
        if (field.isAbsent() || isUnknownFigure(column, field)) {
            json.verbatim("null");
            return;
        }
        if (column.type().isNumber() && JsonNumber.is(field.text())) {
            json.verbatim(field.text());
            return;
        }
        json.string(field.text());
    }

    // The districts' statistics have a question mark where a figure was not known.
    private boolean isUnknownFigure(Column column, Fields.Field field) {
        return table == BankTable.DISTRICT
                && column.type().isNumber()
                && field.text().equals("?");
    }

    private static void writeCut(JsonText json, Column column, Fields.Field field) {
        if (field.quoted() && field.closed()) {
            json.string(field.text());
            return;
        }
        if (field.isAbsent() || column.type().isNumber() && JsonNumber.canBecome(field.text())) {
            json.verbatim(field.text());
            return;
        }
        json.unfinishedString(field.text());
    }

    /** The key, when its field is among the first {@code whole} ones. */
    private String key(List<Fields.Field> fields, int whole) {
        for (int i = 0; i < whole; i++) {
            if (header.columns().get(i).equals(table.key())) {
                JsonText key = new JsonText();
                if (table.isChangeCapture()) {
                    write(key, table.key(), fields.get(i));
                    return BankEvents.key(table, key.toString());
                }
                return fields.get(i).text();
            }
        }
        return null;
    }

    // The characters are the file's bytes, see LineReader.
    private BankRecord record(String value, String key) {
        return new BankRecord(
                table,
                key == null ? null : key.getBytes(StandardCharsets.ISO_8859_1),
                value.getBytes(StandardCharsets.ISO_8859_1));
    }
}
