package io.elt.local.bank.decode;

import io.elt.local.bank.event.Row;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a record does to its table.
 *
 * @param removed the key of a row that is gone
 * @param present a row that is there from now on
 */
public record Change(OptionalLong removed, Optional<Row> present) {
    /** A tombstone tells the topic's compaction something, and nobody else. */
    public static final Change NOTHING = new Change(OptionalLong.empty(), Optional.empty());

    public static Change upsert(Row row) {
        return new Change(OptionalLong.empty(), Optional.of(row));
    }

    public static Change update(long keyBefore, Row after) {
        OptionalLong removed = keyBefore == after.key() ? OptionalLong.empty() : OptionalLong.of(keyBefore);
        return new Change(removed, Optional.of(after));
    }

    public static Change delete(long key) {
        return new Change(OptionalLong.of(key), Optional.empty());
    }
}
