package io.elt.local.bank.generate;

import io.elt.local.bank.event.BankTable;
import io.elt.local.bank.event.Row;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Makes up what an account's holder does next, in about the shares of the real bank, mostly within the balance. */
final class NewTransaction {
    private static final List<String> BANKS = List.of("AB", "CD", "EF", "GH", "IJ", "KL", "MN", "OP", "QR", "ST", "UV");
    private static final long POOR_IN_CENTS = 300_00;
    private static final long FEE_IN_CENTS = 14_60;

    /** What happens, and what the bank calls it. */
    private enum Kind {
        CASH_IN(20, "PRIJEM", "VKLAD", ""),
        INTEREST(19, "PRIJEM", "", "UROK"),
        TRANSFER_IN(4, "PRIJEM", "PREVOD Z UCTU", ""),
        PENSION(4, "PRIJEM", "PREVOD Z UCTU", "DUCHOD"),
        CASH_OUT(30, "VYDAJ", "VYBER", ""),
        FEE(11, "VYDAJ", "VYBER", "SLUZBY"),
        HOUSEHOLD(7, "VYDAJ", "PREVOD NA UCET", "SIPO"),
        TRANSFER_OUT(3, "VYDAJ", "PREVOD NA UCET", " "),
        CASH_OUT_AS_TYPE(2, "VYBER", "VYBER", "");

        private final int share;
        private final String type;
        private final String operation;
        private final String symbol;

        Kind(int share, String type, String operation, String symbol) {
            this.share = share;
            this.type = type;
            this.operation = operation;
            this.symbol = symbol;
        }

        private boolean isCredit() {
            return type.equals("PRIJEM");
        }

        private boolean isTransfer() {
            return operation.startsWith("PREVOD");
        }
    }

    private NewTransaction() {}

    static Row opening(long id, long account, LocalDate date, Choice choice) {
        return row(id, account, date, Kind.CASH_IN, choice.between(2, 40) * 100_00, 0, choice);
    }

    static Row next(long id, long account, LocalDate date, long balanceInCents, Choice choice) {
        Kind kind = balanceInCents < POOR_IN_CENTS ? Kind.CASH_IN : kind(choice.between(1, 100));
        return row(id, account, date, kind, amount(kind, balanceInCents, choice), balanceInCents, choice);
    }

    private static Kind kind(long hundredth) {
        long left = hundredth;
        for (Kind kind : Kind.values()) {
            left -= kind.share;
            if (left <= 0) {
                return kind;
            }
        }
        throw new IllegalStateException("the shares do not add up to 100");
    }

    private static long amount(Kind kind, long balance, Choice choice) {
        return switch (kind) {
            case CASH_IN -> choice.between(3, 200) * 100_00;
            case INTEREST -> Math.max(10, balance * choice.between(10, 45) / 10_000 / 10 * 10);
            case TRANSFER_IN, PENSION -> choice.between(1_000, 40_000) * 100;
            case FEE -> FEE_IN_CENTS;
            // Now and then somebody takes more than there is.
            case CASH_OUT, CASH_OUT_AS_TYPE -> Math.max(1, balance * choice.between(1, 101) / 10_000) * 100;
            case HOUSEHOLD, TRANSFER_OUT -> Math.max(1, balance * choice.between(5, 60) / 1_000) * 10;
        };
    }

    private static Row row(long id, long account, LocalDate date, Kind kind, long amount, long balance, Choice choice) {
        long after = kind.isCredit() ? balance + amount : balance - amount;
        return Row.of(
                BankTable.TRANSACTION,
                id,
                account,
                BankDate.text(date),
                kind.type,
                kind.operation,
                BigDecimal.valueOf(amount, 2),
                BigDecimal.valueOf(after, 2),
                kind.symbol,
                kind.isTransfer() ? choice.from(BANKS) : null,
                kind.isTransfer() ? choice.digits(8) : null);
    }
}
