package io.elt.local.bank.decode;

import com.fasterxml.jackson.databind.JsonNode;
import io.elt.local.bank.event.BankTable;
import io.elt.local.bank.event.Row;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;

/** What the records of one table's topic mean. */
public final class StrictDecoder {
    private static final Set<String> TRANSACTION_TYPES = Set.of("PRIJEM", "VYDAJ", "VYBER");

    private final BankTable table;
    private final RowDecoder whole;
    private final RowDecoder keyed;

    public StrictDecoder(BankTable table) {
        this.table = table;
        this.whole = RowDecoder.whole(table);
        this.keyed = RowDecoder.keyed(table);
    }

    /** @param value a record's value, null for a tombstone */
    public Change decode(byte[] value) throws UndecodableException {
        if (!table.isChangeCapture()) {
            return transaction(value);
        }
        return value == null ? Change.NOTHING : change(StrictJson.object(value));
    }

    /** A date as the bank writes it, {@code yyMMdd}; it has no other century than the twentieth. */
    public static LocalDate date(String text) throws UndecodableException {
        if (!text.matches("[0-9]{6}")) {
            throw UndecodableException.wrongValue("date", "six digits");
        }
        int digits = Integer.parseInt(text);
        try {
            return LocalDate.of(1900 + digits / 10_000, digits / 100 % 100, digits % 100);
        } catch (DateTimeException e) {
            throw UndecodableException.wrongValue("date", "a day of the calendar");
        }
    }

    private Change transaction(byte[] value) throws UndecodableException {
        if (value == null) {
            throw UndecodableException.noValue();
        }
        Row row = whole.decode(StrictJson.object(value));
        if (!TRANSACTION_TYPES.contains(row.text("type"))) {
            throw UndecodableException.wrongValue("type", "one of PRIJEM, VYDAJ, VYBER");
        }
        date(row.text("date"));
        return Change.upsert(row);
    }

    private Change change(JsonNode envelope) throws UndecodableException {
        String operation = envelope.path("op").textValue();
        if (operation == null) {
            throw UndecodableException.wrongValue("op", "a string");
        }
        Row before = image(envelope, "before", keyed);
        return switch (operation) {
            case "r", "c" -> Change.upsert(required("after", image(envelope, "after", whole)));
            case "u" ->
                Change.update(required("before", before).key(), required("after", image(envelope, "after", whole)));
            case "d" -> {
                image(envelope, "after", whole);
                yield Change.delete(required("before", before).key());
            }
            default -> throw UndecodableException.wrongValue("op", "one of r, c, u, d");
        };
    }

    private static Row image(JsonNode envelope, String name, RowDecoder decoder) throws UndecodableException {
        JsonNode node = envelope.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isObject()) {
            throw UndecodableException.notAnObject(name);
        }
        return decoder.decode(node);
    }

    private static Row required(String name, Row row) throws UndecodableException {
        if (row == null) {
            throw UndecodableException.missing(name);
        }
        return row;
    }
}
