package io.elt.bench.bank;

import io.elt.local.bank.generate.BankSpec;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BankSizeTest {
    @Test
    void aMillionTransactionsAreAboutTheRealBank() {
        BankSpec bank = BankSize.of(1_000_000);
        assertThat(bank.transactions()).isEqualTo(1_000_000);
        assertThat(bank.accounts()).isBetween(4_000, 4_500);
        assertThat(bank.loans()).isBetween(600, 700);
        assertThat(bank.districts()).isEqualTo(77);
        assertThat(bank.dirtyRatio()).isPositive();
    }

    @Test
    void aSmallBankStillHasAccountsAndLoans() {
        BankSpec bank = BankSize.of(100);
        assertThat(bank.accounts()).isEqualTo(50);
        assertThat(bank.loans()).isPositive();
    }
}
