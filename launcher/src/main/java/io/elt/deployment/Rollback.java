package io.elt.deployment;

import io.elt.plan.TableName;

import java.util.List;

/**
 * What it takes to bring a job back, as data, before anything is done.
 *
 * @param steps the job itself first, then those that read what it wrote since, each with the entry that it goes back to
 * @param kept tables that these jobs write and that stay as they are, with the reason
 * @param refusals why it cannot be done; if there are any, nothing must be done
 */
public record Rollback(List<Step> steps, List<Kept> kept, List<String> refusals) {
    public Rollback {
        steps = List.copyOf(steps);
        kept = List.copyOf(kept);
        refusals = List.copyOf(refusals);
    }

    /**
     * @param to an entry with a savepoint; the job's tables go back to its tags
     */
    public record Step(String job, Deployment to) {}

    public record Kept(TableName table, String why) {}

    public List<String> downstream() {
        return steps.stream().skip(1).map(Step::job).toList();
    }
}
