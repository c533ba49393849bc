package io.elt.unittest.variation;

import io.elt.plan.TableName;
import io.elt.unittest.TestTable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** The partial order of a case's bundles, and the orders that respect it. */
final class Precedence {
    /** Each bundle is compared with each other one of its input; beyond this an input keeps its order. */
    private static final int COMPARED = 1_000;

    private final List<Bundle> bundles;
    private final List<List<Integer>> followers = new ArrayList<>();
    private final int[] awaited;

    private Precedence(List<Bundle> bundles) {
        this.bundles = bundles;
        this.awaited = new int[bundles.size()];
        bundles.forEach(bundle -> followers.add(new ArrayList<>()));
    }

    /**
     * @param bundles numbered by their places
     */
    static Precedence of(List<Bundle> bundles, Map<TableName, TestTable> inputs) {
        Precedence precedence = new Precedence(bundles);
        Map<TableName, List<Bundle>> byInput = new HashMap<>();
        bundles.forEach(bundle -> byInput.computeIfAbsent(bundle.table(), name -> new ArrayList<>())
                .add(bundle));
        byInput.forEach((name, own) -> precedence.add(own, InputOrder.of(inputs.get(name))));
        return precedence;
    }

    private void add(List<Bundle> own, InputOrder order) {
        if (!order.isFree() || own.size() > COMPARED) {
            for (int i = 1; i < own.size(); i++) {
                add(own.get(i - 1), own.get(i));
            }
            return;
        }
        for (int i = 0; i < own.size(); i++) {
            for (int j = i + 1; j < own.size(); j++) {
                if (order.keeps(own.get(i), own.get(j))) {
                    add(own.get(i), own.get(j));
                }
            }
        }
    }

    private void add(Bundle first, Bundle second) {
        followers.get(first.number()).add(second.number());
        awaited[second.number()]++;
    }

    /** Takes, of what may come next, always what the preference puts first. */
    List<Bundle> arrange(Comparator<Bundle> preference) {
        int[] open = awaited.clone();
        PriorityQueue<Bundle> ready = new PriorityQueue<>(preference.thenComparing(Bundle::number));
        bundles.stream().filter(bundle -> open[bundle.number()] == 0).forEach(ready::add);
        List<Bundle> arranged = new ArrayList<>();
        while (!ready.isEmpty()) {
            Bundle next = ready.remove();
            arranged.add(next);
            for (int follower : followers.get(next.number())) {
                if (--open[follower] == 0) {
                    ready.add(bundles.get(follower));
                }
            }
        }
        return arranged;
    }
}
