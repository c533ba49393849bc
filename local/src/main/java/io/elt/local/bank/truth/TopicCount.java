package io.elt.local.bank.truth;

/** What was found in a topic: all its records, those that could not be decoded, the rows that are left at the end. */
public record TopicCount(long records, long quarantined, long rows) {}
