package io.elt.plan;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WorkersTest {
    private static final List<Integer> HUNDRED = IntStream.range(0, 100).boxed().toList();

    @Test
    void resultsStandInTheOrderOfTheItems() {
        assertThat(Workers.map(HUNDRED, number -> number * 2))
                .isEqualTo(HUNDRED.stream().map(number -> number * 2).toList());
        assertThat(Workers.map(List.of(), number -> number)).isEmpty();
        assertThat(Workers.map(List.of(7), number -> number)).containsExactly(7);
    }

    @Test
    void nothingStartsBeforeTheFirstIsDone() {
        AtomicBoolean firstIsDone = new AtomicBoolean();

        List<Boolean> seen = Workers.map(HUNDRED, number -> {
            boolean before = firstIsDone.get();
            if (number == 0) {
                firstIsDone.set(true);
            }
            return before;
        });

        assertThat(seen.get(0)).isFalse();
        assertThat(seen.subList(1, seen.size())).containsOnly(true);
    }

    @Test
    void noThreadIsLeftBehind() throws InterruptedException {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();

        Workers.map(HUNDRED, number -> threads.add(Thread.currentThread()));

        threads.remove(Thread.currentThread());
        for (Thread thread : threads) {
            thread.join(10_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    void whatAnItemThrowsIsThrownAsItIs() {
        assertThatThrownBy(() -> Workers.map(HUNDRED, number -> {
                    if (number == 42) {
                        throw new IllegalArgumentException("forty-two");
                    }
                    return number;
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("forty-two");
        assertThatThrownBy(() -> Workers.map(HUNDRED, number -> {
                    throw new NoClassDefFoundError("gone");
                }))
                .isInstanceOf(NoClassDefFoundError.class);
    }
}
