package io.elt.local.bank.generate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BankSpecTest {
    @Test
    void theDemoHasTheShapeOfTheRealBank() {
        BankSpec demo = BankSpec.demo();
        assertThat(demo.districts()).isEqualTo(77);
        assertThat(demo.clients()).isEqualTo(1_200);
        assertThat(demo.dirtyRatio()).isEqualTo(0.01);
    }

    @Test
    void sizesCanBeChangedOneByOne() {
        BankSpec spec = BankSpec.demo().withSeed(5).withTransactions(1_000_000).withDirtyRatio(0);
        assertThat(spec).isEqualTo(new BankSpec(5, 77, 1_000, 200, 150, 1_000_000, 0));
    }

    @Test
    void refusesBanksThatCannotBe() {
        assertThatThrownBy(() -> new BankSpec(1, 0, 1, 0, 0, 1, 0)).hasMessageContaining("districts");
        assertThatThrownBy(() -> new BankSpec(1, 1, 0, 0, 0, 1, 0)).hasMessageContaining("accounts");
        assertThatThrownBy(() -> new BankSpec(1, 1, 1, 2, 0, 1, 0)).hasMessageContaining("disponents");
        assertThatThrownBy(() -> new BankSpec(1, 1, 1, 0, 2, 1, 0)).hasMessageContaining("loans");
        assertThatThrownBy(() -> new BankSpec(1, 1, 1, 0, 0, -1, 0)).hasMessageContaining("transactions");
        assertThatThrownBy(() -> new BankSpec(1, 1, 1, 0, 0, 1, 1.5)).hasMessageContaining("dirtyRatio");
        assertThatThrownBy(() -> new BankSpec(1, 1, 1, 0, 0, 1, Double.NaN)).hasMessageContaining("dirtyRatio");
    }
}
