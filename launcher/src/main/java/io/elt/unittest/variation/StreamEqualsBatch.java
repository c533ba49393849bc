package io.elt.unittest.variation;

import io.elt.diagnostic.EltException;
import io.elt.unittest.CaseRunner;
import io.elt.unittest.Outcome;
import io.elt.unittest.Outcome.Finished;
import io.elt.unittest.TypedCase;
import io.elt.unittest.variation.Shrinker.Shown;
import io.elt.unittest.variation.Variation.Kind;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a case leaves the same, however its input arrives. */
public final class StreamEqualsBatch {
    /** Both for making a finding small, which happens once in a run of red cases, not for each case. */
    private static final int SHRINKING_RUNS = 80;

    private static final Duration SHRINKING_TIME = Duration.ofSeconds(20);

    private final TypedCase test;
    private final long seed;
    private final Comparison comparison;
    private final List<Skipped> skipped = new ArrayList<>();

    private StreamEqualsBatch(TypedCase test, CaseRunner runner, long seed) {
        this.test = test;
        this.seed = seed;
        this.comparison = new Comparison(test, runner);
    }

    /**
     * @param written what the case leaves as it is written, which is right
     * @param seed the same seed gives the same orders
     */
    public static Verdict check(TypedCase test, CaseRunner runner, Outcome written, long seed) {
        if (test.written().orders().isExact() || !(written instanceof Finished)) {
            return Verdict.NOT_VARIED;
        }
        return new StreamEqualsBatch(test, runner, seed).check(written);
    }

    private Verdict check(Outcome written) {
        List<Bundle> bundles = Bundle.of(test.events());
        comparison.remember(bundles, written);
        for (Variation variation : Variations.of(bundles, test.inputs(), seed)) {
            Optional<Shown> shown = compare(bundles, variation);
            if (shown.isPresent()) {
                Shown smallest = Shrinker.shrink(
                        comparison, test.inputs(), shown.get(), Budget.of(SHRINKING_RUNS, SHRINKING_TIME));
                return verdict(Optional.of(finding(smallest)));
            }
        }
        return verdict(Optional.empty());
    }

    private Optional<Shown> compare(List<Bundle> bundles, Variation variation) {
        try {
            return comparison.compare(bundles, variation).map(difference -> new Shown(bundles, variation, difference));
        } catch (EltException e) {
            if (variation.kind() != Kind.BATCH) {
                throw e;
            }
            // Not everything that is a stream can be a batch.
            skipped.add(new Skipped(variation.title(), e.diagnostics().get(0).message()));
            return Optional.empty();
        }
    }

    private Finding finding(Shown smallest) {
        return new Finding(test, smallest, comparison.asWritten(smallest.bundles()), seed);
    }

    private Verdict verdict(Optional<Finding> finding) {
        return new Verdict(finding, skipped, comparison.runs());
    }
}
