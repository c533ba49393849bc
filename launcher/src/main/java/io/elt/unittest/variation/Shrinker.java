package io.elt.unittest.variation;

import io.elt.diagnostic.EltException;
import io.elt.plan.TableName;
import io.elt.unittest.TestTable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a difference small: first whole keys are left out, then single changes, then what happens besides (restarts,
 * repetitions), at last values are made plain.
 */
final class Shrinker {
    private final Comparison comparison;
    private final Map<TableName, TestTable> inputs;
    private final Retractions retractions;
    private final Budget budget;
    private Shown smallest;

    /** A variation and the difference that it makes. */
    record Shown(List<Bundle> bundles, Variation variation, Difference difference) {}

    private Shrinker(Comparison comparison, Map<TableName, TestTable> inputs, Shown shown, Budget budget) {
        this.comparison = comparison;
        this.inputs = inputs;
        this.retractions = Retractions.of(shown.bundles(), inputs);
        this.budget = budget;
        this.smallest = shown;
    }

    static Shown shrink(Comparison comparison, Map<TableName, TestTable> inputs, Shown shown, Budget budget) {
        Shrinker shrinker = new Shrinker(comparison, inputs, shown, budget);
        shrinker.dropKeys();
        shrinker.dropBundles();
        shrinker.dropMoves();
        shrinker.simplify();
        return shrinker.smallest;
    }

    private void dropKeys() {
        Map<Object, List<Bundle>> byKey = new LinkedHashMap<>();
        smallest.bundles().forEach(bundle -> byKey.computeIfAbsent(key(bundle), key -> new ArrayList<>())
                .add(bundle));
        Minimiser.minimise(
                List.copyOf(byKey.values()),
                groups -> shows(groups.stream().flatMap(List::stream).toList()),
                budget::isSpent);
    }

    /** The first of an update's two keys stands for both: it is the one of what came before. */
    private Object key(Bundle bundle) {
        TestTable table = inputs.get(bundle.table());
        if (bundle.changes().isEmpty() || table.primaryKey().isEmpty()) {
            return bundle.number();
        }
        return List.of(bundle.table(), Cells.key(table, bundle.changes().get(0).row()));
    }

    private void dropBundles() {
        Minimiser.minimise(smallest.bundles(), this::shows, budget::isSpent);
    }

    private void dropMoves() {
        List<Move> extra =
                smallest.variation().moves().stream().filter(Move::isExtra).toList();
        Minimiser.minimise(extra, kept -> keepsExtra(kept), budget::isSpent);
    }

    private boolean keepsExtra(List<Move> kept) {
        List<Move> left = new ArrayList<>(kept);
        Variation fewer = smallest.variation()
                .with(smallest.variation().moves().stream()
                        .filter(move -> !move.isExtra() || left.remove(move))
                        .toList());
        return take(smallest.bundles(), fewer);
    }

    private void simplify() {
        for (Simplification simplification : Simplification.of(inputs)) {
            List<Bundle> simpler =
                    smallest.bundles().stream().map(simplification::apply).toList();
            if (!simpler.equals(smallest.bundles()) && !budget.isSpent()) {
                take(simpler, smallest.variation().of(simpler));
            }
        }
    }

    private boolean shows(List<Bundle> part) {
        List<Bundle> ordered =
                smallest.bundles().stream().filter(part::contains).toList();
        return retractions.areFounded(ordered)
                && take(ordered, smallest.variation().of(ordered));
    }

    /** Keeps what still shows a difference of the same nature. */
    private boolean take(List<Bundle> bundles, Variation variation) {
        budget.spendRun();
        Optional<Difference> difference = compare(bundles, variation).filter(smallest.difference()::isLike);
        difference.ifPresent(same -> smallest = new Shown(bundles, variation, same));
        return difference.isPresent();
    }

    private Optional<Difference> compare(List<Bundle> bundles, Variation variation) {
        try {
            return comparison.compare(bundles, variation);
        } catch (EltException e) {
            // What cannot be run shows nothing.
            return Optional.empty();
        }
    }
}
