package io.elt.local.bank.truth;

import io.elt.local.bank.event.BankTable;
import io.elt.local.bank.log.BankLog;
import io.elt.local.bank.log.BankOffsets;
import io.elt.local.bank.log.LogRecord;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All branches' rows as they must be, and what they were worked out from.
 *
 * @param rows ordered by district
 * @param quarantined how many records could not be decoded
 * @param firstQuarantined the first ten thousand of them
 * @param topics what was found in each table's topic
 */
public record BranchTruth(
        List<BranchRow> rows,
        long quarantined,
        List<QuarantinedRecord> firstQuarantined,
        Map<BankTable, TopicCount> topics) {
    public BranchTruth {
        rows = List.copyOf(rows);
        firstQuarantined = List.copyOf(firstQuarantined);
        topics = Collections.unmodifiableMap(new EnumMap<>(topics));
    }

    /** From all records that are there now. */
    public static BranchTruth read(String bootstrapServers) throws IOException {
        return read(bootstrapServers, BankOffsets.current(bootstrapServers));
    }

    /** From the records in front of the given ends: what the branches were when the topics ended there. */
    public static BranchTruth read(String bootstrapServers, BankOffsets ends) throws IOException {
        BankTables tables = new BankTables();
        BankLog.read(bootstrapServers, ends, tables::apply);
        return of(tables);
    }

    /** From records at hand, a partition's in their order. */
    public static BranchTruth of(Iterable<LogRecord> records) {
        BankTables tables = new BankTables();
        records.forEach(tables::apply);
        return of(tables);
    }

    private static BranchTruth of(BankTables tables) {
        Map<BankTable, TopicCount> topics = new EnumMap<>(BankTable.class);
        long quarantined = 0;
        for (BankTable table : BankTable.values()) {
            topics.put(table, tables.count(table));
            quarantined += tables.count(table).quarantined();
        }
        return new BranchTruth(rows(tables), quarantined, tables.quarantine.first(), topics);
    }

    private static List<BranchRow> rows(BankTables tables) {
        Map<Long, BranchSums> branches = new TreeMap<>();
        tables.districts.keySet().forEach(district -> branches.put(district, new BranchSums()));
        // Only accounts that exist, at a branch that exists: all else counts nowhere.
        Map<Long, BranchSums> branchOfAccount = new HashMap<>();
        tables.accounts.forEach((account, district) -> {
            BranchSums branch = branches.get(district);
            if (branch != null) {
                branch.addAccount();
                branchOfAccount.put(account, branch);
            }
        });
        for (BankTables.Loan loan : tables.loans.values()) {
            BranchSums branch = branchOfAccount.get(loan.account());
            if (branch != null) {
                branch.addLoan(loan.cents(), loan.status());
            }
        }
        tables.transactions.forEach((kind, account, cents, day) -> {
            BranchSums branch = branchOfAccount.get(account);
            if (branch != null) {
                branch.addTransaction(kind, cents, day);
            }
        });
        List<BranchRow> rows = new ArrayList<>();
        branches.forEach((district, sums) -> rows.add(sums.row(district, tables.districts.get(district))));
        return rows;
    }
}
