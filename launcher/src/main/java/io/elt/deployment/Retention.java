package io.elt.deployment;

import io.elt.plan.TableName;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much of the past of a job is kept. A savepoint and the tags that were taken with it go together: one without the other is no
 * way back, and both hold files.
 *
 * @param savepoints the newest of a job
 * @param age of entries; those of kept savepoints stay, and so does what runs now
 */
public record Retention(int savepoints, Duration age) {
    /** Unless a project says otherwise. */
    public static final Retention USUAL = new Retention(10, Duration.ofDays(90));

    /**
     * What of a job's past can go.
     *
     * @param entries those that nobody will ask for
     * @param tags by table
     * @param kept the savepoints that stay, however old they are
     */
    public record Expiry(List<Deployment> entries, Map<TableName, Set<String>> tags, Set<String> kept) {}

    /**
     * @param entries all of one job
     */
    public Expiry expired(List<Deployment> entries, Instant now) {
        List<Deployment> newestFirst =
                entries.stream().sorted(Deployment.NEWEST_FIRST).toList();
        Set<Deployment> kept = new HashSet<>();
        newestFirst.stream().filter(Deployment::hasState).limit(savepoints).forEach(kept::add);
        newestFirst.stream().findFirst().ifPresent(kept::add);
        running(newestFirst).ifPresent(kept::add);
        List<Deployment> old = newestFirst.stream()
                .filter(entry -> !kept.contains(entry))
                .filter(entry -> entry.author().at().isBefore(now.minus(age)))
                .toList();
        return new Expiry(old, tags(newestFirst, kept), savepointsOf(kept));
    }

    /** What the job executes now, or did last. */
    private static Optional<Deployment> running(List<Deployment> newestFirst) {
        return newestFirst.stream()
                .filter(entry -> entry.action() != Action.STOP)
                .findFirst();
    }

    /** Also those of entries that stay for their age: their savepoints do not. */
    private static Map<TableName, Set<String>> tags(List<Deployment> newestFirst, Set<Deployment> kept) {
        Set<String> needed = kept.stream()
                .flatMap(entry -> entry.remains().tags().values().stream())
                .collect(Collectors.toSet());
        Map<TableName, Set<String>> tags = new TreeMap<>();
        for (Deployment entry : newestFirst) {
            entry.remains().tags().forEach((table, tag) -> {
                if (!needed.contains(tag)) {
                    tags.computeIfAbsent(table, any -> new TreeSet<>()).add(tag);
                }
            });
        }
        return tags;
    }

    /** A job that was just started from one may still read it. */
    private static Set<String> savepointsOf(Set<Deployment> kept) {
        return kept.stream()
                .flatMap(entry ->
                        Stream.concat(entry.remains().savepoint().stream(), entry.remains().restoredFrom().stream()))
                .collect(Collectors.toSet());
    }
}
