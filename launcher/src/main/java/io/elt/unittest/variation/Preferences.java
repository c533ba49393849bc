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

/** What comes first where the rules leave a choice. */
final class Preferences {
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

    /** One of each input in turn. */
    static Comparator<Bundle> inTurn(List<Bundle> bundles) {
        Map<TableName, Integer> counts = new HashMap<>();
        int[] turns = new int[bundles.size()];
        bundles.forEach(bundle -> turns[bundle.number()] = counts.merge(bundle.table(), 1, Integer::sum));
        return Comparator.comparing((Bundle bundle) -> turns[bundle.number()]).thenComparing(Bundle::number);
    }

    static Comparator<Bundle> shuffled(List<Bundle> bundles, Random random) {
        List<Integer> places =
                new ArrayList<>(bundles.stream().map(Bundle::number).toList());
        Collections.shuffle(places, random);
        return Comparator.comparing(bundle -> places.get(bundle.number()));
    }

    private static List<TableName> names(List<Bundle> bundles) {
        return new ArrayList<>(
                new LinkedHashSet<>(bundles.stream().map(Bundle::table).toList()));
    }
}
