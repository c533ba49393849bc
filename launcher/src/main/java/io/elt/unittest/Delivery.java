package io.elt.unittest;

import org.apache.flink.types.RowKind;

import java.util.EnumSet;
import java.util.Set;

/** Which kinds of changes a reader of a table sees: Flink's own source of the table says so. */
public enum Delivery {
    /** Only +I. */
    APPEND(EnumSet.of(RowKind.INSERT)),
    /** +I, +U and -D, never -U: the old row is not told. */
    UPSERT(EnumSet.of(RowKind.INSERT, RowKind.UPDATE_AFTER, RowKind.DELETE)),
    /** All of them: the old row is told before the new one. */
    CHANGELOG(EnumSet.allOf(RowKind.class));

    private final Set<RowKind> kinds;

    Delivery(Set<RowKind> kinds) {
        this.kinds = kinds;
    }

    public boolean has(RowKind kind) {
        return kinds.contains(kind);
    }
}
