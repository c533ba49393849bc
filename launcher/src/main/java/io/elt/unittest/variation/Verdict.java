package io.elt.unittest.variation;

import java.util.List;
import java.util.Optional;

/**
 * What came out of the other runs of a case.
 *
 * @param finding the first difference, made small; the runs end with it
 * @param runs how many runs it took
 */
public record Verdict(Optional<Finding> finding, List<Skipped> skipped, int runs) {
    static final Verdict NOT_VARIED = new Verdict(Optional.empty(), List.of(), 0);

    public Verdict {
        skipped = List.copyOf(skipped);
    }
}
