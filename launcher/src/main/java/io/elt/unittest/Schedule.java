package io.elt.unittest;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What happens in one run of a case, in order. The order is exact, also between inputs: all that an event causes, down to
 * the sinks, is done before an event of another input comes. All inputs end together, after the last step.
 */
public record Schedule(Mode mode, List<Step> steps) {
    public Schedule {
        steps = List.copyOf(steps);
    }

    /** How Flink executes the files. */
    public enum Mode {
        STREAMING,
        /** Each input is what its changes leave; checkpoints, restarts, pauses and watermarks mean nothing. */
        BATCH
    }

    /** One step. */
    public sealed interface Step {
        /** An input delivers an event. */
        record Emit(Event event) implements Step {}

        /** A checkpoint is taken, after all that happened before it. */
        record Checkpoint() implements Step {}

        /**
         * The job fails and goes on from its last checkpoint; what came after that one is delivered again. There is one
         * wherever the next event is of another input, too: it is how that one is known to be done.
         */
        record Restart() implements Step {}

        /** Time passes for state that expires; nobody waits, and timers of the machine's clock do not go off. */
        record Pause(Duration duration) implements Step {}
    }

    /** The events in this order, without checkpoints and restarts. */
    public static Schedule streaming(List<? extends Event> events) {
        return new Schedule(Mode.STREAMING, emits(events));
    }

    public static Schedule batch(List<? extends Event> events) {
        return new Schedule(Mode.BATCH, emits(events));
    }

    /** The events among the steps. */
    public List<Event> events() {
        return steps.stream()
                .flatMap(step -> step instanceof Step.Emit emit ? Stream.of(emit.event()) : Stream.empty())
                .toList();
    }

    private static List<Step> emits(List<? extends Event> events) {
        return events.stream().map(event -> (Step) new Step.Emit(event)).toList();
    }
}
