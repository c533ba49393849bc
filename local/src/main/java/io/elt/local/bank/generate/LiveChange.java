package io.elt.local.bank.generate;

import io.elt.local.bank.event.BankRecord;

import java.util.List;

/**
 * Something that happened in the bank.
 *
 * @param dirty how many of the records cannot be used
 */
public record LiveChange(ChangeKind kind, List<BankRecord> records, int dirty) {}
