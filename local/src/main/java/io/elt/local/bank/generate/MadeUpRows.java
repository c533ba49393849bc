package io.elt.local.bank.generate;

import io.elt.local.bank.event.BankTable;
import io.elt.local.bank.event.Row;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.ToLongFunction;

/** The rows of a made-up bank, each worked out from its number alone: any row can be had at any time. */
final class MadeUpRows {
    private static final long OPENING_DAYS = ChronoUnit.DAYS.between(BankDate.FIRST_DAY, LocalDate.of(1997, 12, 31));
    private static final LocalDate LAST_LOAN = LocalDate.of(1998, 12, 8);
    private static final List<Long> DURATIONS = List.of(12L, 24L, 36L, 48L, 60L);

    private final BankSpec spec;

    MadeUpRows(BankSpec spec) {
        this.spec = spec;
    }

    Row district(long id) {
        Choice choice = Choice.of(spec.seed(), BankTable.DISTRICT, id);
        long inhabitants = id == 1 ? choice.between(1_000_000, 1_300_000) : choice.between(42_000, 390_000);
        // As in the real statistics, a figure of an earlier year may not be known.
        boolean isNew = id % 69 == 0;
        long crimes = inhabitants / choice.between(14, 50);
        return Row.of(
                BankTable.DISTRICT,
                id,
                DistrictNames.name((int) id),
                DistrictNames.region((int) id, spec.districts()),
                inhabitants,
                id == 1 ? 0L : choice.between(4, 150),
                id == 1 ? 0L : choice.between(4, 70),
                id == 1 ? 0L : choice.between(1, 20),
                choice.between(1, 5),
                choice.between(1, 11),
                BigDecimal.valueOf(id == 1 ? 1000 : choice.between(339, 999), 1),
                choice.between(8_110, 12_541),
                isNew ? null : BigDecimal.valueOf(choice.between(29, 734), 2),
                BigDecimal.valueOf(choice.between(43, 940), 2),
                choice.between(81, 167),
                isNew ? null : crimes,
                crimes + choice.between(-crimes / 10, crimes / 10));
    }

    Row account(long id) {
        return newAccount(id, opened(id), Choice.of(spec.seed(), BankTable.ACCOUNT, id), this::district);
    }

    /** The day on which an account was opened; accounts are numbered in that order. */
    LocalDate opened(long account) {
        return BankDate.FIRST_DAY.plusDays((account - 1) * OPENING_DAYS / spec.accounts());
    }

    Row client(long id) {
        Choice choice = Choice.of(spec.seed(), BankTable.CLIENT, id);
        long near = account(accountOfClient(id)).integer("district_id");
        return newClient(id, choice.happens(0.9) ? near : district(choice), choice);
    }

    Row disposition(long id) {
        String type = id <= spec.accounts() ? "OWNER" : "DISPONENT";
        return Row.of(BankTable.DISPOSITION, id, id, accountOfClient(id), type);
    }

    Row loan(long id) {
        long account = (id - 1) * spec.accounts() / spec.loans() + 1;
        Choice choice = Choice.of(spec.seed(), BankTable.LOAN, id);
        LocalDate date = opened(account).plusDays(choice.between(90, 490));
        return newLoan(id, account, date.isAfter(LAST_LOAN) ? LAST_LOAN : date, BankDate.LAST_LOADED_DAY, choice);
    }

    static Row newAccount(long id, LocalDate opened, Choice choice, ToLongFunction<Choice> district) {
        String frequency = choice.happens(0.93)
                ? "POPLATEK MESICNE"
                : choice.happens(0.7) ? "POPLATEK TYDNE" : "POPLATEK PO OBRATU";
        return Row.of(BankTable.ACCOUNT, id, district.applyAsLong(choice), frequency, BankDate.text(opened));
    }

    static Row newClient(long id, long district, Choice choice) {
        long month = choice.between(1, 12) + (choice.happens(0.5) ? 50 : 0);
        String birth = String.format("%02d%02d%02d", choice.between(13, 80), month, choice.between(1, 28));
        return Row.of(BankTable.CLIENT, id, birth, district);
    }

    /** A loan as it stands on a later day: running, or finished if its months are over. */
    static Row newLoan(long id, long account, LocalDate date, LocalDate today, Choice choice) {
        long duration = choice.from(DURATIONS);
        BigDecimal payments = BigDecimal.valueOf(choice.between(304, 9_910) * 100, 2);
        boolean isFinished = date.plusMonths(duration).isBefore(today);
        boolean isGood = choice.happens(0.88);
        String status = isFinished ? (isGood ? "A" : "B") : (isGood ? "C" : "D");
        return Row.of(
                BankTable.LOAN,
                id,
                account,
                BankDate.text(date),
                payments.multiply(BigDecimal.valueOf(duration)),
                duration,
                payments,
                status);
    }

    // The capital's branch is the largest.
    private long district(Choice choice) {
        return choice.happens(0.12) ? 1 : choice.between(1, spec.districts());
    }

    // Each account has one owner, with its own number; those who may use it too are spread over all accounts.
    private long accountOfClient(long client) {
        if (client <= spec.accounts()) {
            return client;
        }
        return (client - spec.accounts() - 1) * spec.accounts() / spec.disponents() + 1;
    }
}
