package io.elt.bench.bank;

import io.elt.local.bank.truth.BranchRow;
import io.elt.local.bank.truth.BranchTruth;
import io.elt.serving.StarRocks;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** Tells when StarRocks shows what must come out of the bank. */
public final class Branches {
    private static final List<String> TABLES = List.of("ads.branch", "ads.branch_daily", "ads.account");

    private final List<BranchRow> expected;
    private final long transactions;

    public Branches(BranchTruth truth) {
        this.expected = truth.rows();
        this.transactions = expected.stream().mapToLong(BranchRow::transactions).sum();
    }

    /** Whether all three tables hold all transactions, and the branches' figures are right to the cent. */
    public boolean areComplete(StarRocks starRocks) {
        for (String table : TABLES) {
            if (transactionsIn(starRocks, table) != transactions) {
                return false;
            }
        }
        List<List<Object>> rows = starRocks
                .query("SELECT accounts, credits, debits, deposits, transactions, loans, loans_granted, loans_running,"
                        + " loans_in_debt FROM ads.branch ORDER BY district_id")
                .rows();
        if (rows.size() != expected.size()) {
            return false;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (!equal(rows.get(i), expected.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static long transactionsIn(StarRocks starRocks, String table) {
        Object sum = starRocks
                .query("SELECT SUM(transactions) FROM " + table)
                .rows()
                .get(0)
                .get(0);
        return sum == null ? 0 : new BigDecimal(sum.toString()).longValueExact();
    }

    private static boolean equal(List<Object> row, BranchRow branch) {
        List<Object> right = List.of(
                branch.accounts(),
                branch.credits(),
                branch.debits(),
                branch.deposits(),
                branch.transactions(),
                branch.loans(),
                branch.loansGranted(),
                branch.loansRunning(),
                branch.loansInDebt());
        for (int i = 0; i < right.size(); i++) {
            BigDecimal shown = new BigDecimal(Objects.toString(row.get(i), "0"));
            if (shown.compareTo(new BigDecimal(right.get(i).toString())) != 0) {
                return false;
            }
        }
        return true;
    }
}
