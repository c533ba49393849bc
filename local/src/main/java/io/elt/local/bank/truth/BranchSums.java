package io.elt.local.bank.truth;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;

/** What adds up to a branch's row. */
final class BranchSums {
    private static final int RATIO_SCALE = 4;

    private long accounts;
    private BigInteger credits = BigInteger.ZERO;
    private BigInteger debits = BigInteger.ZERO;
    private long loans;
    private BigInteger granted = BigInteger.ZERO;
    private BigInteger running = BigInteger.ZERO;
    private BigInteger inDebt = BigInteger.ZERO;
    private long transactions;
    private Long lastDay;

    void addAccount() {
        accounts++;
    }

    void addLoan(long cents, String status) {
        BigInteger amount = BigInteger.valueOf(cents);
        loans++;
        granted = granted.add(amount);
        if (status.equals("C") || status.equals("D")) {
            running = running.add(amount);
        }
        if (status.equals("D")) {
            inDebt = inDebt.add(amount);
        }
    }

    void addTransaction(TransactionStore.Kind kind, long cents, long day) {
        BigInteger amount = BigInteger.valueOf(cents);
        switch (kind) {
            case CREDIT -> credits = credits.add(amount);
            case DEBIT -> debits = debits.add(amount);
            case CANCELLED -> {
                return;
            }
        }
        transactions++;
        lastDay = lastDay == null ? day : Math.max(lastDay, day);
    }

    BranchRow row(long districtId, BankTables.District district) {
        BigDecimal deposits = money(credits.subtract(debits));
        return new BranchRow(
                districtId,
                district.name(),
                district.region(),
                accounts,
                money(credits),
                money(debits),
                deposits,
                loans,
                money(granted),
                money(running),
                money(inDebt),
                deposits.signum() == 0 ? null : money(granted).divide(deposits, RATIO_SCALE, RoundingMode.HALF_UP),
                transactions,
                lastDay == null ? null : LocalDate.ofEpochDay(lastDay));
    }

    private static BigDecimal money(BigInteger cents) {
        return new BigDecimal(cents, 2);
    }
}
