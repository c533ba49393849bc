package io.elt.local.bank.generate;

import java.time.LocalDate;

/** Dates as the bank writes them. */
final class BankDate {
    static final LocalDate FIRST_DAY = LocalDate.of(1993, 1, 1);
    static final LocalDate LAST_LOADED_DAY = LocalDate.of(1998, 12, 31);
    // Two digits cannot say more.
    static final LocalDate LAST_DAY = LocalDate.of(1999, 12, 31);

    private BankDate() {}

    /** {@code yyMMdd}. */
    static String text(LocalDate date) {
        int digits = date.getYear() % 100 * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
        return String.format("%06d", digits);
    }

    static LocalDate of(String text) {
        int digits = Integer.parseInt(text);
        return LocalDate.of(1900 + digits / 10_000, digits / 100 % 100, digits % 100);
    }
}
