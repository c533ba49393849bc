package io.elt.local.bank.generate;

import io.elt.local.bank.event.BankEvents;
import io.elt.local.bank.event.BankTable;
import io.elt.local.bank.event.Row;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes up what happens next in a bank. What makes no sense as it stands comes back empty. */
final class Changes {
    // At fifty transactions a second a day takes twenty seconds.
    private static final double NEW_DAY = 0.001;

    private final BankState state;
    private final BankEvents events;
    private final Choice choice;

    Changes(BankState state, BankEvents events, Choice choice) {
        this.state = state;
        this.events = events;
        this.choice = choice;
    }

    /** The steps in the order in which a bank would take them. */
    List<Step> make(ChangeKind kind) {
        return switch (kind) {
            case TRANSACTION -> newTransaction().map(List::of).orElse(List.of());
            case CORRECTION -> recent().map(this::correction).map(List::of).orElse(List.of());
            case CANCELLATION -> recent().map(this::cancellation).map(List::of).orElse(List.of());
            case ACCOUNT_MOVE -> move(BankTable.ACCOUNT);
            case CLIENT_MOVE -> move(BankTable.CLIENT);
            case LOAN_STATUS -> newLoanStatus();
            case NEW_ACCOUNT -> newAccount();
            case NEW_LOAN -> newLoan();
            case LOAN_DELETE ->
                any(BankTable.LOAN)
                        .map(loan -> List.of(Step.delete(events, loan)))
                        .orElse(List.of());
            case ACCOUNT_DELETE ->
                any(BankTable.ACCOUNT).map(this::accountDelete).orElse(List.of());
        };
    }

    private Optional<Step> newTransaction() {
        return any(BankTable.ACCOUNT).map(account -> {
            LocalDate day = choice.happens(NEW_DAY) ? nextDay() : today();
            return Step.create(
                    events,
                    NewTransaction.next(
                            state.nextKey(BankTable.TRANSACTION),
                            account.key(),
                            day,
                            state.balanceInCents(account.key()),
                            choice));
        });
    }

    private Optional<Row> recent() {
        return state.recent()
                .any(choice)
                .filter(row -> !row.flag("cancelled")
                        && state.roster(BankTable.ACCOUNT).contains(row.integer("account_id")));
    }

    private Step correction(Row before) {
        BigDecimal amount = before.decimal("amount");
        BigDecimal corrected =
                amount.multiply(BigDecimal.valueOf(choice.between(50, 110), 2)).setScale(2, RoundingMode.HALF_UP);
        Row after = before.with("amount", corrected);
        BigDecimal balance = before.decimal("balance");
        if (balance == null) {
            return Step.create(events, after);
        }
        long difference = BankState.signedCents(after) - BankState.signedCents(before);
        return Step.create(events, after.with("balance", balance.add(BigDecimal.valueOf(difference, 2))));
    }

    private Step cancellation(Row before) {
        return Step.create(events, before.with("cancelled", true));
    }

    private List<Step> move(BankTable table) {
        Optional<Row> mover = any(table);
        Optional<Row> district = any(BankTable.DISTRICT);
        if (mover.isEmpty() || district.isEmpty()) {
            return List.of();
        }
        Row before = mover.get();
        Row after = before.with("district_id", district.get().key());
        return before.equals(after) ? List.of() : List.of(Step.update(events, before, after));
    }

    private List<Step> newLoanStatus() {
        Optional<Row> before = any(BankTable.LOAN);
        List<String> next = before.map(loan -> nextStatus(loan.text("status"))).orElse(List.of());
        if (next.isEmpty()) {
            return List.of();
        }
        return List.of(Step.update(events, before.get(), before.get().with("status", choice.from(next))));
    }

    // A running loan falls into debt, recovers, or ends; an ended one stays as it is.
    private static List<String> nextStatus(String status) {
        return switch (status) {
            case "C" -> List.of("A", "D", "D");
            case "D" -> List.of("B", "C");
            default -> List.of();
        };
    }

    private List<Step> newAccount() {
        Optional<Row> district = any(BankTable.DISTRICT);
        if (district.isEmpty()) {
            return List.of();
        }
        long branch = district.get().key();
        Row client = MadeUpRows.newClient(state.nextKey(BankTable.CLIENT), branch, choice);
        Row account = MadeUpRows.newAccount(state.nextKey(BankTable.ACCOUNT), today(), choice, unused -> branch);
        Row disposition = Row.of(
                BankTable.DISPOSITION, state.nextKey(BankTable.DISPOSITION), client.key(), account.key(), "OWNER");
        Row deposit = NewTransaction.opening(state.nextKey(BankTable.TRANSACTION), account.key(), today(), choice);
        return List.of(client, account, disposition, deposit).stream()
                .map(row -> Step.create(events, row))
                .toList();
    }

    private List<Step> newLoan() {
        Optional<Row> account = any(BankTable.ACCOUNT);
        if (account.isEmpty()
                || !state.roster(BankTable.LOAN)
                        .where("account_id", account.get().key())
                        .isEmpty()) {
            return List.of();
        }
        long key = state.nextKey(BankTable.LOAN);
        return List.of(Step.create(events, MadeUpRows.newLoan(key, account.get().key(), today(), today(), choice)));
    }

    // Nothing may refer to a row that is gone; transactions are history and stay.
    private List<Step> accountDelete(Row account) {
        List<Step> steps = new ArrayList<>();
        for (BankTable table : List.of(BankTable.LOAN, BankTable.DISPOSITION)) {
            state.roster(table).where("account_id", account.key()).forEach(row -> steps.add(Step.delete(events, row)));
        }
        steps.add(Step.delete(events, account));
        return steps;
    }

    private Optional<Row> any(BankTable table) {
        return state.roster(table).any(choice);
    }

    private LocalDate today() {
        return BankDate.of(state.lastDate());
    }

    private LocalDate nextDay() {
        LocalDate next = today().plusDays(1);
        return next.isAfter(BankDate.LAST_DAY) ? BankDate.LAST_DAY : next;
    }
}
