package io.elt.unittest.variation;

import io.elt.plan.TableName;
import io.elt.unittest.TestTable;
import io.elt.unittest.TypedCase;
import io.elt.unittest.variation.Move.Checkpoint;
import io.elt.unittest.variation.Move.Deliver;
import io.elt.unittest.variation.Move.Repeat;
import io.elt.unittest.variation.Move.Restart;
import io.elt.unittest.variation.Variation.Kind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The other ways in which the input of a case could have arrived; a few that are far from each other, for each costs a run of
 * the job. No two of them are the same, and none is what is written.
 */
final class Variations {
    private final Map<TableName, TestTable> inputs;
    private final List<Bundle> bundles;
    private final Random random;
    private final List<Variation> found = new ArrayList<>();
    private final Set<List<Move>> known = new HashSet<>();

    private Variations(List<Bundle> bundles, Map<TableName, TestTable> inputs, long seed) {
        this.inputs = inputs;
        this.bundles = bundles;
        this.random = new Random(seed);
        known.add(deliver(bundles));
    }

    /** The same for the same seed. */
    static List<Variation> of(TypedCase test, long seed) {
        return of(Bundle.of(test.events()), test.inputs(), seed);
    }

    static List<Variation> of(List<Bundle> bundles, Map<TableName, TestTable> inputs, long seed) {
        if (bundles.isEmpty()) {
            return List.of();
        }
        Variations variations = new Variations(bundles, inputs, seed);
        variations.orders();
        variations.time();
        variations.restart();
        variations.repetitions();
        variations.found.add(new Variation(Kind.BATCH, "as a batch", deliver(bundles)));
        return variations.found;
    }

    private void orders() {
        Precedence precedence = Precedence.of(bundles, inputs);
        order("the last input first", precedence.arrange(Preferences.lastInputFirst(bundles)));
        order("what is written last first", precedence.arrange(Preferences.reversed()));
        order("one of each input in turn", precedence.arrange(Preferences.inTurn(bundles)));
        order("an order that is drawn", precedence.arrange(Preferences.shuffled(bundles, random)));
    }

    private void order(String title, List<Bundle> order) {
        add(Kind.ORDER, title, deliver(order));
    }

    /** As it happened, with the time between. */
    private void time() {
        DataTimes times = DataTimes.of(bundles, inputs);
        if (!times.isKnown()) {
            return;
        }
        List<Bundle> order = Precedence.of(bundles, inputs).arrange(Comparator.comparing(times::of));
        add(Kind.TIME, "with the time that lies between the rows", times.spaced(order));
    }

    /** Once with nothing to deliver again, once with something. */
    private void restart() {
        int count = bundles.size();
        int clean = Math.max(1, count / 3);
        int checkpoint = Math.max(1, count / 2);
        int failure = Math.max(checkpoint + 1, 2 * count / 3);
        List<Move> moves = new ArrayList<>();
        for (int delivered = 1; delivered <= count; delivered++) {
            moves.add(new Deliver(bundles.get(delivered - 1)));
            if (delivered == clean || delivered == checkpoint) {
                moves.add(new Checkpoint());
            }
            if (delivered == clean || delivered == failure) {
                moves.add(new Restart());
            }
        }
        add(Kind.RESTART, "with restarts", moves);
    }

    private void repetitions() {
        List<Move> atOnce = new ArrayList<>();
        List<Move> again = new ArrayList<>(deliver(bundles));
        for (Bundle bundle : bundles) {
            atOnce.add(new Deliver(bundle));
            TestTable table = inputs.get(bundle.table());
            if (mayRepeat(table) && !bundle.changes().isEmpty()) {
                atOnce.add(new Repeat(bundle));
                if (table.rowtime().isEmpty()) {
                    // With an event time it might be late by now, which no repetition is to blame for.
                    again.add(new Repeat(bundle));
                }
            }
        }
        add(Kind.REPETITION, "each change twice", atOnce);
        add(Kind.REPETITION, "all changes twice", again);
    }

    /** Of rows without a key nobody could tell a repetition from a second thing that happened. */
    private static boolean mayRepeat(TestTable table) {
        return table.repeats() && !table.primaryKey().isEmpty();
    }

    private void add(Kind kind, String title, List<Move> moves) {
        if (known.add(moves)) {
            found.add(new Variation(kind, title, moves));
        }
    }

    private static List<Move> deliver(List<Bundle> bundles) {
        return bundles.stream().map(bundle -> (Move) new Deliver(bundle)).toList();
    }
}
