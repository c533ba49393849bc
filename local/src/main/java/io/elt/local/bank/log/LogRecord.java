package io.elt.local.bank.log;

import io.elt.local.bank.event.BankTable;

/** A record as it lies in its topic; the value is null for a tombstone. */
public record LogRecord(BankTable table, int partition, long offset, byte[] value) {}
