package io.elt.unittest.variation;

import io.elt.diagnostic.EltException;
import io.elt.unittest.CaseRunner;
import io.elt.unittest.Event;
import io.elt.unittest.Outcome;
import io.elt.unittest.Schedule;
import io.elt.unittest.TypedCase;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs parts of a case both as they are written and varied. */
final class Comparison {
    private final TypedCase test;
    private final CaseRunner runner;
    private final Map<List<Bundle>, Outcome> asWritten = new HashMap<>();
    private final Map<Variation, Optional<Difference>> compared = new HashMap<>();
    private int runs;

    Comparison(TypedCase test, CaseRunner runner) {
        this.test = test;
        this.runner = runner;
    }

    /** Remembers what a part leaves as it is written. */
    void remember(List<Bundle> bundles, Outcome outcome) {
        asWritten.put(bundles, outcome);
    }

    /**
     * @param bundles all that the variation delivers, in the order as written
     * @throws EltException if one of the two cannot be run
     */
    Optional<Difference> compare(List<Bundle> bundles, Variation variation) {
        Optional<Difference> known = compared.get(variation);
        if (known != null) {
            return known;
        }
        Outcome varied = run(variation.schedule());
        // A cluster has its bad moments; a job that fails for what is in its input fails again.
        Outcome sure = varied instanceof Outcome.Failed ? run(variation.schedule()) : varied;
        Optional<Difference> difference = Difference.between(test, asWritten(bundles), sure);
        compared.put(variation, difference);
        return difference;
    }

    Outcome asWritten(List<Bundle> bundles) {
        Outcome known = asWritten.get(bundles);
        if (known != null) {
            return known;
        }
        List<Event> events =
                bundles.stream().flatMap(bundle -> bundle.events().stream()).toList();
        Outcome outcome = run(Schedule.streaming(events));
        remember(bundles, outcome);
        return outcome;
    }

    int runs() {
        return runs;
    }

    private Outcome run(Schedule schedule) {
        runs++;
        return runner.run(test, schedule);
    }
}
