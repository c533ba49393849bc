package io.elt.deployment;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** What a rollback takes back. */
class StandingTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Deployment first = stopped(1, "right", "savepoint-1");
    private final Deployment changed = started(2, Action.UPGRADE, "wrong", "file:/state/savepoint-1");
    private final Deployment last = stopped(3, "wrong", "savepoint-3");

    private static Deployment started(int second, Action action, String fingerprint, String from) {
        return entry(second, action, fingerprint, Remains.started(Optional.ofNullable(from)));
    }

    private static Deployment stopped(int second, String fingerprint, String savepoint) {
        return entry(
                second,
                Action.STOP,
                fingerprint,
                new Remains(Optional.empty(), Optional.of(savepoint), Map.of(), Map.of()));
    }

    private static Deployment entry(int second, Action action, String fingerprint, Remains remains) {
        Instant at = NOON.plusSeconds(second);
        return new Deployment(
                Deployment.newId(at),
                "bank",
                "prod",
                "dws_deposit",
                action,
                new Author(at, "ann", "desk", Optional.empty(), Map.of()),
                new Program(List.of("INSERT INTO t SELECT 1"), Map.of(), Optional.empty(), fingerprint),
                remains);
    }

    @Test
    void withoutARollbackEverythingStands() {
        Standing standing = Standing.of(List.of(last, changed, first));

        assertThat(standing.entries()).containsExactly(last, changed, first);
        assertThat(standing.takenBack()).isEmpty();
        assertThat(standing.wasTakenBack("wrong")).isFalse();
    }

    @Test
    void whatLiesBetweenARollbackAndWhereItWentIsTakenBack() {
        Deployment rollback = started(4, Action.ROLLBACK, "right", "file:///state/savepoint-1/");
        Deployment again = started(5, Action.START, "right", "file:///state/savepoint-1");

        Standing standing = Standing.of(List.of(again, rollback, last, changed, first));

        assertThat(standing.entries()).containsExactly(again, rollback, first);
        assertThat(standing.takenBack()).containsExactly(last, changed);
        assertThat(standing.wasTakenBack("wrong")).isTrue();
        assertThat(standing.wasTakenBack("right")).isFalse();
    }

    @Test
    void oneThatWasInterruptedAndDoneAgainTakesBackTheSame() {
        Deployment half = started(4, Action.ROLLBACK, "right", "savepoint-1");
        Deployment whole = started(5, Action.ROLLBACK, "right", "savepoint-1");

        Standing standing = Standing.of(List.of(whole, half, last, changed, first));

        assertThat(standing.entries()).containsExactly(whole, first);
        assertThat(standing.takenBack()).containsExactly(half, last, changed);
    }

    @Test
    void whatIsDeployedAgainAfterARollbackIsNoLongerTakenBack() {
        Deployment rollback = started(4, Action.ROLLBACK, "right", "savepoint-1");
        Deployment again = started(5, Action.UPGRADE, "wrong", "savepoint-4");

        assertThat(Standing.of(List.of(again, rollback, last, changed, first)).wasTakenBack("wrong"))
                .isFalse();
    }

    @Test
    void whoHadToStartOverHasNothingFromBefore() {
        Deployment over = started(4, Action.ROLLBACK, "right", null);

        assertThat(Standing.of(List.of(over, last, changed, first)).entries()).containsExactly(over);
    }
}
