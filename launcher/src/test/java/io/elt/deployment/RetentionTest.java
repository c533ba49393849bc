package io.elt.deployment;

import io.elt.plan.TableName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** Which entries, tags and savepoints of a job go, and which never do. */
class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final TableName DEPOSIT = new TableName("lake", "dws", "deposit");
    private static final TableName DAILY = new TableName("lake", "dws", "deposit_daily");

    private final Retention retention = new Retention(2, Duration.ofDays(30));

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    private static Deployment entry(Action action, int daysAgo, Remains remains) {
        Deployment like = Deployments.with("dws_deposit", daysAgo(daysAgo), remains);
        return new Deployment(
                like.id(), like.project(), like.target(), like.job(), action, like.author(), like.program(), remains);
    }

    private static Deployment start(int daysAgo) {
        return entry(Action.START, daysAgo, Remains.started(Optional.empty()));
    }

    private static Deployment stop(int daysAgo) {
        return entry(
                Action.STOP,
                daysAgo,
                new Remains(
                        Optional.empty(),
                        Optional.of("file:/s/savepoint-" + daysAgo),
                        Map.of(DEPOSIT, "elt-" + daysAgo, DAILY, "elt-" + daysAgo),
                        Map.of()));
    }

    private Retention.Expiry expired(Deployment... entries) {
        return retention.expired(List.of(entries), NOW);
    }

    @Test
    void whatIsYoungStays() {
        Retention.Expiry expiry = expired(start(3), stop(2), start(1));

        assertThat(expiry.entries()).isEmpty();
        assertThat(expiry.tags()).isEmpty();
        assertThat(expiry.kept()).containsExactly("file:/s/savepoint-2");
    }

    @Test
    void ofManySavepointsTheNewestStayWithTheirTagsAndYoungEntriesAreStillTold() {
        Retention.Expiry expiry = expired(stop(9), stop(5), stop(7), start(1));

        assertThat(expiry.entries()).isEmpty();
        assertThat(expiry.tags()).isEqualTo(Map.of(DEPOSIT, Set.of("elt-9"), DAILY, Set.of("elt-9")));
        assertThat(expiry.kept()).containsExactlyInAnyOrder("file:/s/savepoint-5", "file:/s/savepoint-7");
    }

    @Test
    void oldEntriesGoButForThoseOfSavepointsThatAreKept() {
        Deployment forgotten = start(99);
        Deployment older = stop(98);
        Deployment one = stop(90);
        Deployment other = stop(80);
        Deployment newest = start(70);

        Retention.Expiry expiry = expired(forgotten, older, one, other, newest);

        assertThat(expiry.entries()).containsExactlyInAnyOrder(forgotten, older);
        assertThat(expiry.tags()).containsOnlyKeys(DEPOSIT, DAILY).containsEntry(DEPOSIT, Set.of("elt-98"));
        assertThat(expiry.kept()).containsExactlyInAnyOrder("file:/s/savepoint-90", "file:/s/savepoint-80");
    }

    /** A job that was started a year ago and never since runs; that it was is all that is known of it. */
    @Test
    void whatRunsNowStaysHoweverOldItIs() {
        Deployment started = start(400);

        assertThat(expired(start(500), started).entries()).hasSize(1).doesNotContain(started);
        assertThat(expired(started).entries()).isEmpty();
    }

    @Test
    void ofAStoppedJobWhatItRanLastStays() {
        Deployment ran = start(400);
        Deployment stopped = stop(390);

        assertThat(expired(start(500), ran, stopped).entries()).hasSize(1).doesNotContain(ran, stopped);
    }

    @Test
    void theSavepointFromWhichItRunsAndTheTagsToWhichItWentBackStay() {
        Deployment back = entry(
                Action.ROLLBACK,
                1,
                new Remains(Optional.of("file:/s/savepoint-9"), Optional.empty(), Map.of(DEPOSIT, "elt-9"), Map.of()));

        Retention.Expiry expiry = expired(stop(9), stop(8), stop(7), back);

        assertThat(expiry.kept())
                .containsExactlyInAnyOrder("file:/s/savepoint-9", "file:/s/savepoint-8", "file:/s/savepoint-7");
        assertThat(expiry.tags()).isEmpty();
    }

    @Test
    void aYearOfDailyRunsIsBounded() {
        List<Deployment> year = new ArrayList<>();
        for (int day = 365; day > 0; day--) {
            year.add(start(day));
            year.add(stop(day));
        }

        Retention.Expiry expiry = Retention.USUAL.expired(year, NOW);

        assertThat(year.size() - expiry.entries().size()).isEqualTo(2 * 90);
        assertThat(expiry.kept()).hasSize(10);
        assertThat(expiry.tags().get(DEPOSIT)).hasSize(355);
    }
}
