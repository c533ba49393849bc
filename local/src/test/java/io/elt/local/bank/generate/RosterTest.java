package io.elt.local.bank.generate;

import io.elt.local.bank.event.BankTable;
import io.elt.local.bank.event.Row;
import org.junit.jupiter.api.Test;

import java.util.stream.LongStream;

import static org.assertj.core.api.Assertions.assertThat;

class RosterTest {
    private final Roster roster = new Roster();

    @Test
    void holdsEachRowOnceInItsLastForm() {
        roster.put(account(1, 5));
        roster.put(account(2, 5));
        roster.put(account(1, 6));
        assertThat(roster.rows()).containsExactlyInAnyOrder(account(1, 6), account(2, 5));
        assertThat(roster.where("district_id", 6)).containsExactly(account(1, 6));
    }

    @Test
    void rowsCanBeTakenOutInAnyOrder() {
        LongStream.rangeClosed(1, 5).forEach(key -> roster.put(account(key, key)));
        roster.remove(2);
        roster.remove(5);
        roster.remove(77);
        roster.put(account(4, 44));
        assertThat(roster.rows()).containsExactlyInAnyOrder(account(1, 1), account(3, 3), account(4, 44));
        assertThat(roster.contains(2)).isFalse();
        assertThat(roster.contains(4)).isTrue();
        LongStream.of(1, 3, 4).forEach(roster::remove);
        assertThat(roster.size()).isZero();
        assertThat(roster.any(Choice.of(1))).isEmpty();
    }

    @Test
    void everyRowIsChosenSoonerOrLater() {
        LongStream.rangeClosed(1, 5).forEach(key -> roster.put(account(key, key)));
        Choice choice = Choice.of(1);
        assertThat(LongStream.range(0, 200)
                        .map(i -> roster.any(choice).orElseThrow().key())
                        .distinct())
                .hasSize(5);
    }

    @Test
    void recentTransactionsForgetTheOldestAndKnowTheFormerForm() {
        RecentTransactions recent = new RecentTransactions();
        assertThat(recent.any(Choice.of(1))).isEmpty();
        for (long id = 1; id <= 5_000; id++) {
            assertThat(recent.put(transaction(id, "930101"))).isEmpty();
        }
        assertThat(recent.put(transaction(4_999, "930102"))).contains(transaction(4_999, "930101"));
        assertThat(recent.put(transaction(4_999, "930103"))).contains(transaction(4_999, "930102"));
        assertThat(recent.put(transaction(1, "930102"))).as("forgotten").isEmpty();
        Choice choice = Choice.of(1);
        assertThat(LongStream.range(0, 1_000)
                        .map(i -> recent.any(choice).orElseThrow().key()))
                .allMatch(key -> key == 1 || key > 900);
    }

    private static Row account(long key, long district) {
        return Row.of(BankTable.ACCOUNT, key, district);
    }

    private static Row transaction(long key, String date) {
        return Row.of(BankTable.TRANSACTION, key, 1L, date, "PRIJEM");
    }
}
