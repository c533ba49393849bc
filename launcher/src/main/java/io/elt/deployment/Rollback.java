package io.elt.deployment;

import io.elt.plan.TableName;

import java.util.List;
import java.util.Optional;

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
     * @param to an entry with a savepoint; the job's tables go back to its tags. Empty for a job that starts over: it has no
     *     savepoint that is old enough, and no table in a lake that would have to go back with it
     */
    public record Step(String job, Optional<Deployment> to) {
        public static Step backTo(Deployment to) {
            return new Step(to.job(), Optional.of(to));
        }

        public static Step startingOver(String job) {
            return new Step(job, Optional.empty());
        }
    }

    public record Kept(TableName table, String why) {}

    public List<String> downstream() {
        return steps.stream().skip(1).map(Step::job).toList();
    }
}
