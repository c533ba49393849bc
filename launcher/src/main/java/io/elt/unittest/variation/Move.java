package io.elt.unittest.variation;

import io.elt.unittest.Event;
import io.elt.unittest.Schedule.Step;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A step of a variation in terms of bundles, so that it stays a variation when bundles are taken away. */
sealed interface Move {
    List<Step> steps();

    /**
     * What happens, line by line.
     *
     * @param print how an event is written
     */
    List<String> told(Function<Event, String> print);

    /** Whether it is there when only the bundles of these numbers are left. */
    default boolean isLeft(Set<Integer> kept) {
        return true;
    }

    /** Whether a run is one of the same input without it. */
    default boolean isExtra() {
        return true;
    }

    /** The same with other bundles in place of those of these numbers. */
    default Move with(Map<Integer, Bundle> others) {
        return this;
    }

    /** A bundle comes for the first time. */
    record Deliver(Bundle bundle) implements Move {
        @Override
        public List<String> told(Function<Event, String> print) {
            return bundle.events().stream().map(print).toList();
        }

        @Override
        public boolean isExtra() {
            return false;
        }

        @Override
        public Move with(Map<Integer, Bundle> others) {
            return new Deliver(others.get(bundle.number()));
        }

        @Override
        public List<Step> steps() {
            return emits(bundle);
        }

        @Override
        public boolean isLeft(Set<Integer> kept) {
            return kept.contains(bundle.number());
        }
    }

    /** A bundle comes again. */
    record Repeat(Bundle bundle) implements Move {
        @Override
        public List<String> told(Function<Event, String> print) {
            return bundle.events().stream()
                    .map(event -> print.apply(event) + " (again)")
                    .toList();
        }

        @Override
        public Move with(Map<Integer, Bundle> others) {
            return new Repeat(others.get(bundle.number()));
        }

        @Override
        public List<Step> steps() {
            return emits(bundle);
        }

        @Override
        public boolean isLeft(Set<Integer> kept) {
            return kept.contains(bundle.number());
        }
    }

    record Checkpoint() implements Move {
        @Override
        public List<String> told(Function<Event, String> print) {
            return List.of("checkpoint");
        }

        @Override
        public List<Step> steps() {
            return List.of(new Step.Checkpoint());
        }
    }

    record Restart() implements Move {
        @Override
        public List<String> told(Function<Event, String> print) {
            return List.of("restart from the last checkpoint");
        }

        @Override
        public List<Step> steps() {
            return List.of(new Step.Restart());
        }
    }

    /** Time passes. */
    record Wait(Duration duration) implements Move {
        @Override
        public List<String> told(Function<Event, String> print) {
            return List.of(PassingTime.text(duration) + " pass");
        }

        @Override
        public List<Step> steps() {
            return List.of(new Step.Pause(duration));
        }
    }

    private static List<Step> emits(Bundle bundle) {
        return bundle.events().stream()
                .map(event -> (Step) new Step.Emit(event))
                .toList();
    }
}
