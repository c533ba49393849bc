package io.elt.rules.stream;

import io.elt.diagnostic.ErrorCode;
import io.elt.plan.operator.Lookup;
import io.elt.plan.operator.LookupCache;
import io.elt.plan.operator.Operator;
import io.elt.plan.operator.OperatorType;
import io.elt.project.Layer;
import io.elt.rules.CheckedProject;
import io.elt.rules.Finding;
import io.elt.rules.JobFlow;
import io.elt.rules.Rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a lookup join costs is decided by what it keeps of its table: nothing, what it asked for, or all. */
public final class LookupWithoutCache implements Rule {
    @Override
    public ErrorCode code() {
        return ErrorCode.LOOKUP_WITHOUT_CACHE;
    }

    @Override
    public List<Finding> check(CheckedProject project) {
        List<Finding> findings = new ArrayList<>();
        for (JobFlow flow : project.flows()) {
            for (Operator operator : flow.operators().of(OperatorType.LOOKUP_JOIN)) {
                operator.lookup()
                        .flatMap(lookup -> finding(flow, operator, lookup))
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static Optional<Finding> finding(JobFlow flow, Operator operator, Lookup lookup) {
        boolean lake = flow.lakeTable(lookup.table()).isPresent();
        if (!lake && lookup.cache() == LookupCache.NONE) {
            String name = lookup.table().table();
            return Optional.of(Finding.at(
                            flow.mention(lookup.table(), operator),
                            "each row of the stream is a query to " + name
                                    + ", over the network: the job is as slow as that answers")
                    .withHint("let it keep what it asked for: 'lookup.cache' = 'PARTIAL', with"
                            + " 'lookup.partial-cache.max-rows' and 'lookup.partial-cache.expire-after-write'"));
        }
        // Paimon looks up rows by the primary key; for other keys it first copies the table.
        boolean copied = lake && !lookup.byPrimaryKey() && !isDimension(lookup);
        return copied
                ? Optional.of(Finding.at(
                                flow.mention(lookup.table(), operator),
                                "each task copies all of " + lookup.table()
                                        + " to its disk before the first row, and keeps it up to"
                                        + " date: it is asked by (" + String.join(", ", lookup.key())
                                        + "), which is not its primary key")
                        .withHint(
                                "look it up by its primary key, or make a table that is keyed by what is asked for; a small"
                                        + " one belongs into dim"))
                : Optional.empty();
    }

    private static boolean isDimension(Lookup lookup) {
        return Layer.ofName(lookup.table().database() + "_") == Layer.DIM;
    }
}
