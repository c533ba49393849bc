package io.elt.local.bank.truth;

/** Where a record lies that cannot be decoded, and why it cannot. */
public record QuarantinedRecord(String topic, int partition, long offset, String reason) {}
