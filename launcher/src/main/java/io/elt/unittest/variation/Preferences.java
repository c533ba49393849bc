package io.elt.unittest.variation;

import io.elt.plan.TableName;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** What comes first where the rules leave a choice. */
final class Preferences {
    private static final int MOST_TURNS = 50;

    private Preferences() {}

    /** What is written last comes first. */
    static Comparator<Bundle> reversed() {
        return Comparator.comparing(Bundle::number).reversed();
    }

    /** One input after the other, the last one first, each as it is written. */
    static Comparator<Bundle> lastInputFirst(List<Bundle> bundles) {
        List<TableName> names = names(bundles);
        Collections.reverse(names);
        return Comparator.comparing((Bundle bundle) -> names.indexOf(bundle.table()))
                .thenComparing(Bundle::number);
    }

    /** One of each input in turn; of large inputs, some of each. */
    static Comparator<Bundle> inTurn(List<Bundle> bundles) {
        List<TableName> names = names(bundles);
        Map<TableName, Integer> counts = new HashMap<>();
        int[] turns = new int[bundles.size()];
        bundles.forEach(bundle ->
                turns[bundle.number()] = (counts.merge(bundle.table(), 1, Integer::sum) - 1) / piece(bundles));
        return Comparator.comparing((Bundle bundle) -> turns[bundle.number()])
                .thenComparing(bundle -> names.indexOf(bundle.table()))
                .thenComparing(Bundle::number);
    }

    /** Any order; of large inputs, of pieces that are in any order themselves. */
    static Comparator<Bundle> shuffled(List<Bundle> bundles, Random random) {
        List<Integer> pieces = places(bundles.size() / piece(bundles) + 1, random);
        List<Integer> places = places(bundles.size(), random);
        return Comparator.comparing((Bundle bundle) -> pieces.get(bundle.number() / piece(bundles)))
                .thenComparing(bundle -> places.get(bundle.number()));
    }

    /** Whenever another input goes on, the run waits until all is done that was caused before: that must not be too often. */
    private static int piece(List<Bundle> bundles) {
        return Math.max(1, bundles.size() / MOST_TURNS);
    }

    private static List<Integer> places(int count, Random random) {
        List<Integer> places = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(places, random);
        return places;
    }

    private static List<TableName> names(List<Bundle> bundles) {
        return new ArrayList<>(
                new LinkedHashSet<>(bundles.stream().map(Bundle::table).toList()));
    }
}
