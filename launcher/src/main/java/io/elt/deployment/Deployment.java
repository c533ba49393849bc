package io.elt.deployment;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;

/**
 * One entry of the record. It is written once and never changed.
 *
 * @param id unique; those of later seconds sort behind
 */
public record Deployment(
        String id,
        String project,
        String target,
        String job,
        Action action,
        Author author,
        Program program,
        Remains remains) {
    /** Newest first. */
    public static final Comparator<Deployment> NEWEST_FIRST = Comparator.<Deployment, Instant>comparing(
                    deployment -> deployment.author().at())
            .thenComparing(Deployment::id)
            .reversed();

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();

    /** An id that nobody else has, also not another process that deploys at the same moment. */
    public static String newId(Instant at) {
        return String.format("%s-%06x", SECOND.format(at), RANDOM.nextInt(1 << 24));
    }

    /** The name of the tags that are taken with it. */
    public String tag() {
        return tag(id);
    }

    public static String tag(String id) {
        return "elt-" + id;
    }

    /** Whether it left a savepoint, however its path is written. */
    public boolean left(String savepoint) {
        return remains.savepoint().filter(left -> isSame(left, savepoint)).isPresent();
    }

    /** Whether it went on from a checkpoint or savepoint, however its path is written. */
    public boolean startedFrom(String state) {
        return remains.restoredFrom().filter(from -> isSame(from, state)).isPresent();
    }

    private static boolean isSame(String one, String other) {
        return name(one).equals(name(other));
    }

    /** Flink gives each savepoint a name of its own. */
    private static String name(String path) {
        String folder = path.replaceAll("/+$", "");
        return folder.substring(folder.lastIndexOf('/') + 1);
    }

    /** Whether the job can go back to it: it left a savepoint. */
    public boolean hasState() {
        return remains.savepoint().isPresent();
    }
}
