package io.elt.local.bank.truth;

import io.elt.local.bank.truth.TransactionStore.Kind;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class TransactionStoreTest {
    private final TransactionStore store = new TransactionStore();

    private record Entry(Kind kind, long account, long cents, long day) {}

    @Test
    void keepsTheLastOfEach() {
        store.put(5, Kind.CREDIT, 1, 700, 8_401);
        store.put(5, Kind.CANCELLED, 2, 900, 8_402);
        assertThat(store.size()).isEqualTo(1);
        store.forEach((kind, account, cents, day) ->
                assertThat(new Entry(kind, account, cents, day)).isEqualTo(new Entry(Kind.CANCELLED, 2, 900, 8_402)));
    }

    @Test
    void keepsDaysBefore1970AndAmountsOfAnySize() {
        long day = LocalDate.of(1900, 1, 1).toEpochDay();
        store.put(0, Kind.DEBIT, Long.MIN_VALUE, -999_999_999_999_999L, day);
        store.put(-1, Kind.CREDIT, Long.MAX_VALUE, 999_999_999_999_999L, 0);
        Map<Long, Entry> entries = new HashMap<>();
        store.forEach((kind, account, cents, when) -> entries.put(account, new Entry(kind, account, cents, when)));
        assertThat(entries.values())
                .containsExactlyInAnyOrder(
                        new Entry(Kind.DEBIT, Long.MIN_VALUE, -999_999_999_999_999L, day),
                        new Entry(Kind.CREDIT, Long.MAX_VALUE, 999_999_999_999_999L, 0));
    }

    @Test
    void isAsGoodAsAMapForManyTransactions() {
        Random random = new Random(7);
        Map<Long, Entry> expected = new HashMap<>();
        for (int i = 0; i < 300_000; i++) {
            // Numbers in a row, and some that are far apart, repeated now and then.
            long id = i % 3 == 0 ? random.nextInt(50_000) * 1_000_003L : i;
            Entry entry = new Entry(Kind.values()[random.nextInt(3)], id, random.nextLong(), random.nextInt(40_000));
            store.put(id, entry.kind(), entry.account(), entry.cents(), entry.day());
            expected.put(id, entry);
        }
        Map<Long, Entry> found = new HashMap<>();
        store.forEach((kind, account, cents, day) -> found.put(account, new Entry(kind, account, cents, day)));
        assertThat(store.size()).isEqualTo(expected.size());
        assertThat(found).isEqualTo(expected);
    }
}
