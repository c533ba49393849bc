package io.elt.plan.operator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an operator remembers.
 *
 * @param name as Flink names it, where it does
 * @param holds what there is per key, in words
 * @param key the columns that tell its entries apart; empty: one entry for all
 * @param ttlMillis for {@link Retention#TTL} only, else 0
 */
public record State(String name, String holds, List<String> key, Retention retention, long ttlMillis) {
    public State {
        key = List.copyOf(key);
    }

    static State of(String name, String holds, List<String> key, long ttlMillis) {
        return new State(name, holds, key, ttlMillis > 0 ? Retention.TTL : Retention.FOR_EVER, Math.max(0, ttlMillis));
    }

    static State timed(String name, String holds, List<String> key) {
        return new State(name, holds, key, Retention.TIME, 0);
    }

    /** How long an entry stays, in words. */
    public String life() {
        return switch (retention) {
            case FOR_EVER -> "for ever";
            case TIME -> "until its time";
            case TTL -> "for " + duration();
        };
    }

    private String duration() {
        Duration left = Duration.ofMillis(ttlMillis);
        if (ttlMillis % 1_000 != 0) {
            return ttlMillis + " ms";
        }
        if (left.toSecondsPart() != 0) {
            return left.toSeconds() + " s";
        }
        if (left.toMinutesPart() != 0) {
            return left.toMinutes() + " min";
        }
        return left.toHoursPart() != 0 ? left.toHours() + " h" : left.toDays() + " d";
    }

    public Optional<Duration> ttl() {
        return retention == Retention.TTL ? Optional.of(Duration.ofMillis(ttlMillis)) : Optional.empty();
    }
}
