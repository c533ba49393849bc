package io.elt.local.bank.generate;

import io.elt.local.bank.decode.Change;
import io.elt.local.bank.event.BankEvents;
import io.elt.local.bank.event.BankRecord;
import io.elt.local.bank.event.BankTable;
import io.elt.local.bank.event.Row;

import java.util.List;

/**
 * A change of one row, and the records that announce it.
 *
 * @param records the change itself first; a delete has its tombstone behind it
 */
record Step(BankTable table, Change change, List<BankRecord> records) {

    static Step create(BankEvents events, Row row) {
        return new Step(row.table(), Change.upsert(row), List.of(events.created(row)));
    }

    static Step update(BankEvents events, Row before, Row after) {
        return new Step(after.table(), Change.update(before.key(), after), List.of(events.updated(before, after)));
    }

    static Step delete(BankEvents events, Row before) {
        return new Step(before.table(), Change.delete(before.key()), events.deleted(before));
    }
}
