package io.elt.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Puts jobs behind those that they read from; jobs that are free of each other stand by name. */
final class JobOrder {
    private final List<Job> jobs;
    private final List<Job> ordered = new ArrayList<>();
    private final Set<Job> path = new LinkedHashSet<>();

    private JobOrder(List<Job> jobs) {
        this.jobs = jobs.stream().sorted(Comparator.comparing(Job::name)).toList();
    }

    /**
     * @throws Cycle if jobs read from each other in a circle
     */
    static List<Job> of(List<Job> jobs) {
        JobOrder order = new JobOrder(jobs);
        order.jobs.forEach(order::place);
        return order.ordered;
    }

    private void place(Job job) {
        if (ordered.contains(job)) {
            return;
        }
        if (!path.add(job)) {
            throw new Cycle(circle(job));
        }
        jobs.stream().filter(job::readsFrom).forEach(this::place);
        path.remove(job);
        ordered.add(job);
    }

    private List<Job> circle(Job entry) {
        List<Job> all = List.copyOf(path);
        return all.subList(all.indexOf(entry), all.size());
    }

    /** Jobs that wait for each other. */
    static final class Cycle extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<Job> jobs;

        private Cycle(List<Job> jobs) {
            super("circle of " + jobs.size() + " jobs");
            this.jobs = jobs;
        }

        List<Job> jobs() {
            return jobs;
        }
    }
}
