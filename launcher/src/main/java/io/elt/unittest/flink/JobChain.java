package io.elt.unittest.flink;

import java.util.ArrayList;
import java.util.List;

/** Files that are tested together: what one writes the next may read. */
final class JobChain {
    private JobChain() {}

    /** Each job behind those that it reads from; else in the given order. Jobs in a circle stand as they are given. */
    static List<PlannedJob> ordered(List<PlannedJob> jobs) {
        List<PlannedJob> ordered = new ArrayList<>();
        List<PlannedJob> left = new ArrayList<>(jobs);
        while (!left.isEmpty()) {
            PlannedJob next = left.stream()
                    .filter(job -> left.stream().noneMatch(other -> other != job && readsFrom(job, other)))
                    .findFirst()
                    .orElse(left.get(0));
            left.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private static boolean readsFrom(PlannedJob job, PlannedJob other) {
        return other.outputs().keySet().stream().anyMatch(job.inputs()::containsKey);
    }
}
