package io.elt.deployment;

import io.elt.plan.Job;
import io.elt.plan.Plan;
import io.elt.plan.TableName;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds what has to go back together. A job that reads a table behind the point to which that goes back has taken in rows
 * that never were, and waits for a snapshot that will be another one: Paimon fails it if it is far ahead, and gives it other
 * changes under the same number if it is not. So it goes back as well, to a savepoint of its own from before that point, and
 * whoever reads its tables in turn. One that has none, and writes into no lake, reads its tables anew.
 */
public final class RollbackPlanner {
    private final Plan plan;
    private final TableTags tags;
    private final Predicate<TableName> inLake;
    private final Jobs jobs;
    private final Map<String, Rollback.Step> chosen = new LinkedHashMap<>();
    private final List<String> refusals = new ArrayList<>();

    /** What is known of jobs, by their names. */
    public interface Jobs {
        /** Its entries that still hold, newest first. */
        List<Deployment> entries(String job);

        /** Whether it runs now, and so reads on. */
        boolean run(String job);

        /** Whether a savepoint is still there. */
        boolean isWhole(String savepoint);
    }

    /**
     * @param inLake whether a table is one of a lake
     */
    public RollbackPlanner(Plan plan, TableTags tags, Predicate<TableName> inLake, Jobs jobs) {
        this.plan = plan;
        this.tags = tags;
        this.inLake = inLake;
        this.jobs = jobs;
    }

    /**
     * @param to an entry of the job that has a savepoint
     */
    public Rollback to(Job job, Deployment to) {
        Deque<String> left = new ArrayDeque<>();
        choose(to, left);
        while (!left.isEmpty()) {
            for (Job reader : readers(chosen.get(left.pop()))) {
                follow(reader, left);
            }
        }
        chosen.values().forEach(step -> step.to().ifPresent(this::check));
        return new Rollback(List.copyOf(chosen.values()), kept(), refusals);
    }

    private List<Job> readers(Rollback.Step moved) {
        Set<TableName> tables = tables(moved).keySet();
        return plan.jobs().stream()
                .filter(job ->
                        !job.name().equals(moved.job()) && job.reads().stream().anyMatch(tables::contains))
                .toList();
    }

    /** The tables that go back, with their tags. */
    private static Map<TableName, String> tables(Rollback.Step step) {
        return step.to().map(to -> to.remains().tags()).orElse(Map.of());
    }

    private void choose(Deployment to, Deque<String> left) {
        chosen.put(to.job(), Rollback.Step.backTo(to));
        left.add(to.job());
    }

    private void check(Deployment to) {
        String savepoint = to.remains().savepoint().orElseThrow();
        if (!jobs.isWhole(savepoint)) {
            refusals.add("savepoint " + savepoint + " of job " + to.job() + " is gone");
        }
        to.remains().tags().forEach((table, tag) -> {
            if (tags.snapshot(table, tag).isEmpty()) {
                refusals.add("tag " + tag + " of table " + table + " is gone");
            }
        });
        to.remains().nextSnapshots().forEach((table, next) -> {
            if (!tags.canRead(table, next)) {
                refusals.add("job " + to.job() + " would read table " + table + " from snapshot " + next
                        + " on, which is deleted");
            }
        });
    }

    /**
     * Whether a reader is stopped, and was before its tables went where they go now, and has written nothing since: then it goes on
     * from there as it is.
     */
    private boolean isUntouched(List<Deployment> entries, Map<TableName, Long> ends) {
        Deployment newest = entries.isEmpty() ? null : entries.get(0);
        return newest != null
                && newest.hasState()
                && newest.remains().savepoint().filter(jobs::isWhole).isPresent()
                && isBefore(newest, ends)
                && newest.remains().tags().entrySet().stream()
                        .allMatch(tag -> tags.snapshotsSince(tag.getKey(), tag.getValue())
                                .equals(OptionalLong.of(0)));
    }

    /** Lets a reader go back, if it has read further than its tables will reach. */
    private void follow(Job reader, Deque<String> left) {
        Map<TableName, Long> ends = ends(reader);
        List<Deployment> entries = jobs.entries(reader.name());
        Rollback.Step current = chosen.get(reader.name());
        boolean stays = current == null
                ? !jobs.run(reader.name()) && (neverRan(reader, entries) || isUntouched(entries, ends))
                : current.to().map(to -> isBefore(to, ends)).orElse(true);
        if (stays) {
            return;
        }
        Optional<Deployment> earlier = entries.stream()
                .filter(Deployment::hasState)
                .filter(entry -> isBefore(entry, ends) && hasAllItLeft(entry))
                .findFirst();
        if (earlier.isPresent()) {
            choose(earlier.get(), left);
            return;
        }
        if (reader.writes().stream().anyMatch(inLake)) {
            refusals.add("job " + reader.name() + " reads "
                    + ends.keySet().stream().map(TableName::toString).collect(Collectors.joining(", "))
                    + ", and the record has no savepoint of it that is old enough");
            return;
        }
        chosen.put(reader.name(), Rollback.Step.startingOver(reader.name()));
    }

    private boolean neverRan(Job job, List<Deployment> entries) {
        return entries.isEmpty() && job.writes().stream().noneMatch(this::isWritten);
    }

    private boolean isWritten(TableName table) {
        return inLake.test(table) && tags.isWritten(table);
    }

    /** Of each table that goes back and that a job reads: the last snapshot that it will have. */
    private Map<TableName, Long> ends(Job reader) {
        Map<TableName, Long> ends = new HashMap<>();
        for (Rollback.Step moved : chosen.values()) {
            tables(moved).forEach((table, tag) -> {
                OptionalLong snapshot = tags.snapshot(table, tag);
                if (reader.reads().contains(table) && snapshot.isPresent()) {
                    ends.put(table, snapshot.getAsLong());
                }
            });
        }
        return ends;
    }

    /** Whether a savepoint has read nothing that will not have been. */
    private static boolean isBefore(Deployment entry, Map<TableName, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> {
            Long next = entry.remains().nextSnapshots().get(end.getKey());
            return next != null && next <= end.getValue() + 1;
        });
    }

    private boolean hasAllItLeft(Deployment entry) {
        return entry.remains().savepoint().filter(jobs::isWhole).isPresent()
                && entry.remains().tags().entrySet().stream()
                        .allMatch(tag ->
                                tags.snapshot(tag.getKey(), tag.getValue()).isPresent());
    }

    private List<Rollback.Kept> kept() {
        List<Rollback.Kept> kept = new ArrayList<>();
        for (Rollback.Step step : chosen.values()) {
            plan.job(step.job()).ifPresent(job -> job.writes().stream()
                    .filter(table -> !tables(step).containsKey(table))
                    .forEach(table -> kept.add(new Rollback.Kept(table, why(table)))));
        }
        return kept;
    }

    private String why(TableName table) {
        if (!inLake.test(table)) {
            return "it is in no lake: rows that are computed again are overwritten, all others stay until the job that"
                    + " writes them is run with --fresh";
        }
        if (plan.writers(table).size() > 1) {
            return "other jobs write it, too";
        }
        return "it held nothing then, or was not this job's";
    }
}
