package io.elt.local.bank.generate;

import io.elt.local.bank.event.BankTable;

import java.util.Arrays;
import java.util.List;

/** What can be wrong with a record. None of these can be used, and none may be repaired. */
public enum DirtKind {
    NOT_JSON,
    TRUNCATED,
    TRAILING_GARBAGE,
    NOT_UTF8,
    DUPLICATE_FIELD,
    WRONG_TYPE,
    OVERFLOW,
    FRACTION_FOR_INTEGER,
    TEXT_FOR_INTEGER,
    MISSING_KEY_FIELD,
    EMPTY_PAYLOAD,
    ARRAY,
    SCALAR,
    TOO_MANY_DECIMALS,
    NULL_PAYLOAD,
    UNKNOWN_TYPE,
    IMPOSSIBLE_DATE,
    /** Over the megabyte that the warehouse takes; so large that there are few of them. */
    OVERSIZE;

    /** The kinds that are wrong in a table's topic, without the large one. */
    static List<DirtKind> usual(BankTable table) {
        return Arrays.stream(values())
                .filter(kind -> kind != OVERSIZE && kind.isWrongIn(table))
                .toList();
    }

    private boolean isWrongIn(BankTable table) {
        return switch (this) {
            // A change without a value is a tombstone; types and dates are the transactions' own.
            case NULL_PAYLOAD, UNKNOWN_TYPE, IMPOSSIBLE_DATE -> table == BankTable.TRANSACTION;
            case TOO_MANY_DECIMALS -> table == BankTable.TRANSACTION || table == BankTable.LOAN;
            default -> true;
        };
    }
}
