package io.elt.cli.run;

import io.elt.plan.Job;
import io.elt.plan.Plan;

import java.util.Map;

/** How many slots the embedded TaskManager needs: as many as all jobs of a plan can use at once. */
final class Slots {
    private static final String PARALLELISM = "parallelism.default";

    private Slots() {}

    static int neededBy(Plan plan, Map<String, String> targetSettings) {
        int all = plan.jobs().stream()
                .mapToInt(job -> parallelism(job, targetSettings))
                .sum();
        return Math.max(1, all);
    }

    private static int parallelism(Job job, Map<String, String> targetSettings) {
        String text = job.settings().getOrDefault(PARALLELISM, targetSettings.getOrDefault(PARALLELISM, "1"));
        return Integer.parseInt(text.strip());
    }
}
