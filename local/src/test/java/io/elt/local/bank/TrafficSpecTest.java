package io.elt.local.bank;

import io.elt.local.bank.event.BankTable;
import io.elt.local.bank.generate.ChangeKind;
import io.elt.local.bank.log.BankOffsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TrafficSpecTest {
    @Test
    void onePercentIsDirtyUnlessToldOtherwise() {
        assertThat(TrafficSpec.perSecond(50)).isEqualTo(new TrafficSpec(50, 1993, 0.01));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesRatesThatAreNone(double rate) {
        assertThatThrownBy(() -> TrafficSpec.perSecond(rate)).hasMessageContaining("changesPerSecond");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void refusesSharesThatAreNone(double ratio) {
        assertThatThrownBy(() -> new TrafficSpec(1, 1, ratio)).hasMessageContaining("dirtyRatio");
    }

    @Test
    void countsAddUp() {
        assertThat(new TrafficCounts(Map.of(ChangeKind.TRANSACTION, 90L, ChangeKind.CORRECTION, 3L), 95, 1, 95)
                        .totalChanges())
                .isEqualTo(93);
        LoadCounts counts = new LoadCounts(Map.of(BankTable.LOAN, 5L, BankTable.CLIENT, 2L), Map.of());
        assertThat(counts.totalWritten()).isEqualTo(7);
        assertThat(counts.totalFound()).isZero();
        assertThat(counts.written()).containsEntry(BankTable.DISTRICT, 0L);
    }

    @Test
    void offsetsAddUpOverPartitionsAndKnowTablesWithoutATopic() {
        BankOffsets offsets = new BankOffsets(Map.of(BankTable.LOAN, List.of(5L, 2L), BankTable.CLIENT, List.of(1L)));
        assertThat(offsets.total(BankTable.LOAN)).isEqualTo(7);
        assertThat(offsets.total(BankTable.DISTRICT)).isZero();
        assertThat(offsets.total()).isEqualTo(8);
    }
}
