package io.elt.cli.run;

import io.elt.plan.Job;
import io.elt.plan.Plan;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

/** How many slots all jobs need at once. */
class SlotsTest {
    private static Job job(String name, Map<String, String> settings) {
        return new Job(name, List.of(), settings, List.of(), new TreeSet<>(), new TreeSet<>(), List.of());
    }

    private static int slots(Map<String, String> target, Job... jobs) {
        return Slots.neededBy(new Plan(List.of(jobs), Map.of(), Map.of(), Map.of()), target);
    }

    @Test
    void oneForEachJobThatDoesNotAskForMore() {
        assertThat(slots(Map.of(), job("a", Map.of()), job("b", Map.of("parallelism.default", "3"))))
                .isEqualTo(4);
    }

    @Test
    void theTargetsParallelismIsEachJobsUnlessItSaysOtherwise() {
        Map<String, String> target = Map.of("parallelism.default", " 2 ");

        assertThat(slots(target, job("a", Map.of()), job("b", Map.of("parallelism.default", "1"))))
                .isEqualTo(3);
    }

    @Test
    void aClusterWithoutJobsStillHasOne() {
        assertThat(slots(Map.of())).isEqualTo(1);
    }
}
