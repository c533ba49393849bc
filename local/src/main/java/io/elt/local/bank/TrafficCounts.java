package io.elt.local.bank;

import io.elt.local.bank.generate.ChangeKind;

import java.util.Map;

/**
 * What has happened so far.
 *
 * @param records records made, dirty ones too
 * @param dirty records that cannot be used
 * @param acknowledged records that the broker has confirmed
 */
public record TrafficCounts(Map<ChangeKind, Long> changes, long records, long dirty, long acknowledged) {
    public long totalChanges() {
        return changes.values().stream().mapToLong(Long::longValue).sum();
    }
}
