package io.elt.backfill;

import io.elt.plan.Job;
import io.elt.plan.TableName;
import io.elt.runner.JobBundle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A job with an end.
 *
 * @param job it, with the settings that give it the end
 * @param writing what its INSERTs do to what was in their tables
 */
public record BoundedJob(Job job, Writing writing) {
    /** The first part of the name under which such a job writes; the rest tells what it has read and done. */
    private static final String MARK = "elt-batch-";

    private static final String COMMIT_USER = ".commit.user-prefix";

    /** What becomes of rows that a table has already. */
    public enum Writing {
        /** The query gives the whole table. */
        REPLACE,
        /** The query gives new values for some rows. */
        MERGE
    }

    static BoundedJob of(Job job, Map<String, String> settings, Writing writing) {
        Map<String, String> all = new HashMap<>(job.settings());
        all.putAll(settings);
        return new BoundedJob(
                new Job(job.name(), job.files(), all, job.statements(), job.reads(), job.writes(), job.inputs()),
                writing);
    }

    /** Under which name the job writes: the same for a job that does the same to the same snapshots. */
    public static String mark(String fingerprint) {
        return MARK + fingerprint;
    }

    public static boolean isMark(String text) {
        return text.startsWith(MARK);
    }

    /**
     * The bundle as it has to be executed.
     *
     * @param lakes names of the catalogs whose tables can be replaced
     */
    public JobBundle write(JobBundle bundle, String mark, Set<String> lakes) {
        Map<String, String> settings = new HashMap<>(bundle.settings());
        for (TableName table : job.writes()) {
            if (lakes.contains(table.catalog())) {
                settings.put("paimon." + table + COMMIT_USER, mark);
                // Else days that the query does not give any more would stay in a table that is partitioned by day.
                settings.put("paimon." + table + ".dynamic-partition-overwrite", "false");
            }
        }
        for (TableName table : job.reads()) {
            // Of a reader that goes on later; Paimon then asks the table how long it may keep snapshots for one.
            settings.remove("paimon." + table + ".consumer-id");
            settings.remove("paimon." + table + ".consumer.ignore-progress");
        }
        List<String> statements = new ArrayList<>();
        for (String sql : bundle.statements()) {
            statements.add(
                    InsertText.of(sql).map(insert -> write(insert, lakes)).orElse(sql));
        }
        return new JobBundle(bundle.name(), settings, statements);
    }

    private String write(InsertText insert, Set<String> lakes) {
        TableName table = target(insert);
        if (lakes.contains(table.catalog())) {
            return writing == Writing.REPLACE ? insert.overwriting() : insert.sql();
        }
        // Exactly once needs checkpoints, of which a batch has none; the key makes a load that comes twice harmless.
        return insert.with("sink.semantic", "at-least-once");
    }

    private TableName target(InsertText insert) {
        List<String> path = insert.path();
        return job.writes().stream()
                .filter(table -> List.of(table.catalog(), table.database(), table.table())
                        .subList(3 - path.size(), 3)
                        .equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("job " + job.name() + " does not write " + path));
    }
}
