package io.elt.deployment;

import io.elt.plan.TableName;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a deployment went on from, and what it left.
 *
 * @param restoredFrom the checkpoint or savepoint that the job was started from
 * @param savepoint the one that it was stopped with
 * @param tags by table that only this job writes, the name of the tag at the savepoint's last commit
 * @param nextSnapshots by table that it reads, the first snapshot that is not in the savepoint
 */
public record Remains(
        Optional<String> restoredFrom,
        Optional<String> savepoint,
        Map<TableName, String> tags,
        Map<TableName, Long> nextSnapshots) {
    public Remains {
        tags = new TreeMap<>(tags);
        nextSnapshots = new TreeMap<>(nextSnapshots);
    }

    /** Those of a job that was started. */
    public static Remains started(Optional<String> restoredFrom) {
        return new Remains(restoredFrom, Optional.empty(), Map.of(), Map.of());
    }
}
