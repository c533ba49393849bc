package io.elt.cli.run;

import io.elt.plan.Job;
import io.elt.plan.Plan;
import io.elt.plan.TableName;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the jobs that have to run too, because the selected ones read tables that do not exist yet. */
final class Upstream {
    private Upstream() {}

    /**
     * @param exists whether a table of the lake is there
     * @return jobs to run beside the selected ones, in the plan's order
     */
    static List<Job> missing(Plan plan, Collection<Job> selected, Predicate<TableName> exists) {
        Set<Job> wanted = new LinkedHashSet<>(selected);
        Deque<Job> open = new ArrayDeque<>(selected);
        while (!open.isEmpty()) {
            for (TableName table : open.pop().reads()) {
                if (!exists.test(table)) {
                    plan.writers(table).stream().filter(wanted::add).forEach(open::push);
                }
            }
        }
        return plan.jobs().stream()
                .filter(wanted::contains)
                .filter(job -> !selected.contains(job))
                .toList();
    }
}
