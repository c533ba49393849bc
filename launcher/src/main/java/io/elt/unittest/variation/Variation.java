package io.elt.unittest.variation;

import io.elt.diagnostic.ErrorCode;
import io.elt.unittest.Schedule;
import io.elt.unittest.Schedule.Mode;

import java.util.List;
import java.util.Map;

import static java.util.stream.Collectors.toMap;

/**
 * Another way in which the input of a case could have arrived.
 *
 * @param title what is different, such as {@code each input reversed}
 */
record Variation(Kind kind, String title, List<Move> moves) {
    /** What is varied, which is also what is wrong if the result changes. */
    enum Kind {
        ORDER(ErrorCode.DEPENDS_ON_ORDER),
        RESTART(ErrorCode.DEPENDS_ON_RESTART),
        REPETITION(ErrorCode.DEPENDS_ON_REPETITION),
        TIME(ErrorCode.DEPENDS_ON_TIME),
        BATCH(ErrorCode.BATCH_DIFFERS);

        private final ErrorCode code;

        Kind(ErrorCode code) {
            this.code = code;
        }

        ErrorCode code() {
            return code;
        }
    }

    Variation {
        moves = List.copyOf(moves);
    }

    Schedule schedule() {
        return new Schedule(
                kind == Kind.BATCH ? Mode.BATCH : Mode.STREAMING,
                moves.stream().flatMap(move -> move.steps().stream()).toList());
    }

    /** The same with less or simpler input: only bundles of these numbers. */
    Variation of(List<Bundle> bundles) {
        Map<Integer, Bundle> kept = bundles.stream().collect(toMap(Bundle::number, bundle -> bundle));
        return with(moves.stream()
                .filter(move -> move.isLeft(kept.keySet()))
                .map(move -> move.with(kept))
                .toList());
    }

    Variation with(List<Move> others) {
        return new Variation(kind, title, others);
    }
}
