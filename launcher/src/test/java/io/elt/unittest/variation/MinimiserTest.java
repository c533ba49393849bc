package io.elt.unittest.variation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** What is left of a list when all that does not matter is gone. */
class MinimiserTest {
    private int tries;

    private List<Integer> minimise(int size, Predicate<List<Integer>> shows) {
        return Minimiser.minimise(numbers(size), counted(shows), () -> false);
    }

    private Predicate<List<Integer>> counted(Predicate<List<Integer>> shows) {
        return part -> {
            tries++;
            return shows.test(part);
        };
    }

    private static List<Integer> numbers(int size) {
        return IntStream.range(0, size).boxed().toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 100})
    void oneThatMattersIsFoundAnywhere(int size) {
        for (int wanted = 0; wanted < size; wanted++) {
            int single = wanted;
            assertThat(minimise(size, part -> part.contains(single))).containsExactly(single);
        }
    }

    @Test
    void twoThatMatterTogetherAreLeftInTheirOrder() {
        assertThat(minimise(100, part -> part.containsAll(Set.of(3, 97)))).containsExactly(3, 97);
    }

    @Test
    void nothingCanBeLeftOutOfTheResult() {
        List<Integer> left = minimise(
                50, part -> part.stream().filter(number -> number % 7 == 0).count() >= 3);

        assertThat(left).hasSize(3).allMatch(number -> number % 7 == 0);
    }

    @Test
    void allThatMatterAreKept() {
        assertThat(minimise(6, part -> part.size() == 6)).isEqualTo(numbers(6));
    }

    @Test
    void itTakesFewTries() {
        minimise(1_000, part -> part.contains(617));

        assertThat(tries).isLessThan(60);
    }

    @Test
    void whatIsReachedWhenTheBudgetIsSpentStillShowsIt() {
        List<Integer> left = Minimiser.minimise(
                numbers(1_000), counted(part -> part.containsAll(Set.of(3, 500, 997))), () -> tries >= 10);

        assertThat(left).contains(3, 500, 997).hasSizeLessThan(1_000);
        assertThat(tries).isEqualTo(10);
    }

    @Test
    void nothingIsTriedOfWhatIsSmall() {
        assertThat(minimise(1, part -> false)).containsExactly(0);
        assertThat(Minimiser.minimise(new ArrayList<>(), counted(part -> true), () -> false))
                .isEmpty();
        assertThat(tries).isZero();
    }
}
