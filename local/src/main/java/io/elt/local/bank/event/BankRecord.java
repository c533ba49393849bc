package io.elt.local.bank.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A record as it is written to a table's topic. Key and value are bytes, because what is broken must arrive just as
 * broken; both may be null.
 */
public record BankRecord(BankTable table, byte[] key, byte[] value) {

    public static BankRecord of(BankTable table, String key, String value) {
        return new BankRecord(table, bytes(key), bytes(value));
    }

    public BankRecord withValue(byte[] changed) {
        return new BankRecord(table, key, changed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BankRecord record
                && table == record.table
                && Arrays.equals(key, record.key)
                && Arrays.equals(value, record.value);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(key) + Arrays.hashCode(value);
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
