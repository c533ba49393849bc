package io.elt.local.bank.event;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RowTest {
    private final Row account = Row.of(BankTable.ACCOUNT, 576L, 55L, "POPLATEK MESICNE", "930101");

    @Test
    void knowsItsValuesByColumn() {
        assertThat(account.key()).isEqualTo(576);
        assertThat(account.integer("district_id")).isEqualTo(55);
        assertThat(account.text("frequency")).isEqualTo("POPLATEK MESICNE");
        assertThat(account.table()).isEqualTo(BankTable.ACCOUNT);
    }

    @Test
    void aChangedRowLeavesTheFormerAsItWas() {
        Row moved = account.with("district_id", 1L);
        assertThat(moved.integer("district_id")).isEqualTo(1);
        assertThat(account.integer("district_id")).isEqualTo(55);
        assertThat(moved).isNotEqualTo(account);
        assertThat(moved.with("district_id", 55L)).isEqualTo(account).hasSameHashCodeAs(account);
    }

    @Test
    void missingValuesAreNullAndAMissingFlagIsNotSet() {
        Row transaction = Row.of(BankTable.TRANSACTION, 1L, 2L, "930101", "PRIJEM");
        assertThat(transaction.decimal("amount")).isNull();
        assertThat(transaction.text("bank")).isNull();
        assertThat(transaction.flag("cancelled")).isFalse();
        assertThat(transaction.with("cancelled", true).flag("cancelled")).isTrue();
    }

    @Test
    void refusesValuesOfAnotherType() {
        assertThatThrownBy(() -> account.with("district_id", "55"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ACCOUNT.district_id")
                .hasMessageContaining("String");
        assertThatThrownBy(() -> Row.of(BankTable.LOAN, 1L, 2L, "930101", 5L))
                .hasMessageContaining("LOAN.amount is DECIMAL_15_2");
    }

    @Test
    void refusesColumnsThatTheTableDoesNotHave() {
        assertThatThrownBy(() -> account.integer("amount")).hasMessageContaining("amount");
    }

    @Test
    void rowsOfDifferentTablesDiffer() {
        assertThat(Row.of(BankTable.DISPOSITION, 1L, 2L, 3L, "OWNER"))
                .isNotEqualTo(Row.of(BankTable.LOAN, 1L, 2L, "930101", BigDecimal.ONE));
    }
}
