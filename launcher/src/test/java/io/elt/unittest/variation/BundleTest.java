package io.elt.unittest.variation;

import io.elt.unittest.Delivery;
import io.elt.unittest.TestTable;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What belongs together. */
class BundleTest {
    private final TestTable a = Given.table("a", "id INT, word STRING", "id", Delivery.CHANGELOG);
    private final TestTable b = Given.table("b", "id INT, word STRING", "id", Delivery.CHANGELOG);

    @Test
    void theTwoHalvesOfAnUpdateAreOne() {
        List<Bundle> bundles = Bundle.of(List.of(
                Given.add(a, 1, "x"), Given.before(a, 1, "x"), Given.after(a, 1, "y"), Given.delete(a, 1, "y")));

        assertThat(bundles).extracting(bundle -> bundle.events().size()).containsExactly(1, 2, 1);
        assertThat(bundles).extracting(Bundle::number).containsExactly(0, 1, 2);
    }

    @Test
    void anUpdateOfAKeyIsOneToo() {
        List<Bundle> bundles = Bundle.of(List.of(Given.before(a, 1, "x"), Given.after(a, 2, "x")));

        assertThat(bundles).hasSize(1);
    }

    @Test
    void halvesOfDifferentInputsAreNotOne() {
        List<Bundle> bundles = Bundle.of(List.of(Given.before(a, 1, "x"), Given.after(b, 1, "y")));

        assertThat(bundles).hasSize(2);
    }

    @Test
    void whatOtherInputsDeliverBetweenTheHalvesDoesNotPartThem() {
        List<Bundle> bundles =
                Bundle.of(List.of(Given.before(a, 1, "x"), Given.add(b, 1, "z"), Given.after(a, 1, "y")));

        assertThat(bundles).extracting(bundle -> Given.names(bundle.events())).containsExactly("a1 a1", "b1");
    }

    @Test
    void anUpdateWithoutTheOldRowIsOneAlone() {
        List<Bundle> bundles = Bundle.of(List.of(Given.add(a, 1, "x"), Given.after(a, 1, "y"), Given.after(a, 1, "z")));

        assertThat(bundles).hasSize(3);
    }

    @Test
    void twoUpdatesAreTwo() {
        List<Bundle> bundles = Bundle.of(List.of(
                Given.before(a, 1, "x"), Given.after(a, 1, "y"), Given.before(a, 1, "y"), Given.after(a, 1, "z")));

        assertThat(bundles).extracting(bundle -> bundle.events().size()).containsExactly(2, 2);
    }
}
