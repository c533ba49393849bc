package io.elt.deployment;

import io.elt.plan.Job;
import io.elt.plan.Plan;
import io.elt.plan.TableName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

/** What goes back together: a job writes a, the next one makes b of it, a third one fills StarRocks from b. */
class RollbackPlannerTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final TableName SERVED = new TableName("starrocks", "ads", "b");

    @TempDir
    private Path folder;

    private final List<Deployment> record = new ArrayList<>();
    private final Set<String> running = new HashSet<>();
    private final Set<String> gone = new HashSet<>();
    private TestLake lake;
    private TableTags tags;
    private TableName a;
    private TableName b;
    private TableName shared;
    private Plan plan;

    @BeforeEach
    void makeTables() throws Exception {
        lake = new TestLake(folder);
        tags = new TableTags(lake.catalogs);
        a = lake.create("a", Map.of());
        b = lake.create("b", Map.of());
        shared = lake.create("shared", Map.of());
        plan = new Plan(
                List.of(
                        job("ods_a", List.of(), List.of(a, shared)),
                        job("ods_b", List.of(), List.of(shared)),
                        job("dwd_b", List.of(a), List.of(b)),
                        job("ads_b", List.of(b), List.of(SERVED))),
                Map.of(),
                Map.of(),
                Map.of());
        lake.write(a, 1, "a");
        lake.write(b, 1, "b");
        lake.write(shared, 1, "s");
    }

    @AfterEach
    void close() {
        lake.close();
    }

    private static Job job(String name, List<TableName> reads, List<TableName> writes) {
        return new Job(name, List.of(), Map.of(), List.of(), new TreeSet<>(reads), new TreeSet<>(writes), List.of());
    }

    /** The job is stopped; its tables are tagged, and it has read everything so far. */
    private Deployment stopped(String name, TableName... ownTables) {
        Job job = plan.job(name).orElseThrow();
        Instant at = NOON.plusSeconds(record.size());
        Map<TableName, Long> next = new HashMap<>();
        job.reads()
                .forEach(table ->
                        next.put(table, lake.table(table).snapshotManager().latestSnapshotId() + 1));
        String tag = "elt-" + record.size();
        Deployment deployment = Deployments.with(
                name,
                at,
                new Remains(Optional.empty(), Optional.of("s" + at), tags.take(tag, List.of(ownTables)), next));
        record.add(0, deployment);
        return deployment;
    }

    private Rollback rollback(String job, Deployment to) {
        RollbackPlanner.Jobs jobs = new RollbackPlanner.Jobs() {
            @Override
            public List<Deployment> entries(String name) {
                return record.stream().filter(entry -> entry.job().equals(name)).toList();
            }

            @Override
            public boolean run(String name) {
                return running.contains(name);
            }

            @Override
            public boolean isWhole(String savepoint) {
                return !gone.contains(savepoint);
            }
        };
        return new RollbackPlanner(plan, tags, lake.catalogs::holds, jobs)
                .to(plan.job(job).orElseThrow(), to);
    }

    @Test
    void whoReadsItGoesBackToASavepointFromBefore() throws Exception {
        Deployment ads = stopped("ads_b");
        Deployment dwd = stopped("dwd_b", b);
        Deployment ods = stopped("ods_a", a);
        lake.write(a, 2, "a");
        lake.write(b, 2, "b");
        stopped("ods_a", a);
        stopped("dwd_b", b);
        stopped("ads_b");

        Rollback rollback = rollback("ods_a", ods);

        assertThat(rollback.refusals()).isEmpty();
        assertThat(rollback.steps())
                .containsExactly(Rollback.Step.backTo(ods), Rollback.Step.backTo(dwd), Rollback.Step.backTo(ads));
        assertThat(rollback.downstream()).containsExactly("dwd_b", "ads_b");
    }

    @Test
    void aReaderThatHasNotReadFurtherStaysOrGoesBackToItsNewestSavepoint() throws Exception {
        Deployment ods = stopped("ods_a", a);
        lake.write(a, 2, "a");
        assertThat(rollback("ods_a", ods).refusals())
                .containsExactly("job dwd_b reads lake.l.a, and the record has no savepoint of it that is old enough");
    }

    @Test
    void aReaderThatStoppedBeforeAndHasWrittenNothingSinceGoesOnAsItIs() throws Exception {
        stopped("ads_b");
        stopped("dwd_b", b);
        Deployment ods = stopped("ods_a", a);
        lake.write(a, 2, "a");

        Rollback rollback = rollback("ods_a", ods);

        assertThat(rollback.refusals()).isEmpty();
        assertThat(rollback.downstream()).isEmpty();
    }

    @Test
    void aReaderThatRunsHasReadOnSinceItsLastSavepoint() throws Exception {
        Deployment ads = stopped("ads_b");
        Deployment dwd = stopped("dwd_b", b);
        Deployment ods = stopped("ods_a", a);
        lake.write(a, 2, "a");
        running.addAll(List.of("dwd_b", "ads_b"));

        Rollback rollback = rollback("ods_a", ods);

        assertThat(rollback.refusals()).isEmpty();
        assertThat(rollback.steps())
                .containsExactly(Rollback.Step.backTo(ods), Rollback.Step.backTo(dwd), Rollback.Step.backTo(ads));
    }

    /** It was left alone when the job that it reads was upgraded, and so never left a savepoint. */
    @Test
    void aReaderThatFillsNoLakeStartsOverIfItHasNoSavepointFromBefore() throws Exception {
        Deployment dwd = stopped("dwd_b", b);
        lake.write(b, 2, "b");
        running.add("ads_b");

        Rollback rollback = rollback("dwd_b", dwd);

        assertThat(rollback.refusals()).isEmpty();
        assertThat(rollback.steps()).containsExactly(Rollback.Step.backTo(dwd), Rollback.Step.startingOver("ads_b"));
        assertThat(rollback.downstream()).containsExactly("ads_b");
        assertThat(rollback.kept()).extracting(Rollback.Kept::table).containsExactly(SERVED);
    }

    @Test
    void aSavepointThatIsGoneIsNoneOfAReaderAndARefusalOfTheJobItself() throws Exception {
        Deployment ads = stopped("ads_b");
        Deployment dwd = stopped("dwd_b", b);
        lake.write(b, 2, "b");
        stopped("ads_b");
        gone.add(ads.remains().savepoint().orElseThrow());

        assertThat(rollback("dwd_b", dwd).steps())
                .containsExactly(Rollback.Step.backTo(dwd), Rollback.Step.startingOver("ads_b"));
        gone.add(dwd.remains().savepoint().orElseThrow());
        assertThat(rollback("dwd_b", dwd).refusals())
                .containsExactly("savepoint " + dwd.remains().savepoint().orElseThrow() + " of job dwd_b is gone");
    }

    @Test
    void aReaderThatNeverRanIsLeftAlone() throws Exception {
        lake.close();
        Path other = folder.resolve("other");
        lake = new TestLake(other);
        tags = new TableTags(lake.catalogs);
        lake.create("a", Map.of());
        lake.create("b", Map.of());
        lake.create("shared", Map.of());
        lake.write(a, 1, "a");
        Deployment ods = stopped("ods_a", a);
        lake.write(a, 2, "a");

        Rollback rollback = rollback("ods_a", ods);

        assertThat(rollback.refusals()).isEmpty();
        assertThat(rollback.downstream()).isEmpty();
    }

    @Test
    void tablesThatCannotGoBackAloneStayAndAreNamed() throws Exception {
        stopped("ads_b");
        stopped("dwd_b", b);
        Deployment ods = stopped("ods_a", a);

        lake.write(a, 2, "a");
        lake.write(b, 2, "b");
        stopped("ads_b");

        assertThat(rollback("ods_a", ods).kept())
                .satisfiesExactlyInAnyOrder(
                        kept -> {
                            assertThat(kept.table()).isEqualTo(shared);
                            assertThat(kept.why()).isEqualTo("other jobs write it, too");
                        },
                        kept -> {
                            assertThat(kept.table()).isEqualTo(SERVED);
                            assertThat(kept.why()).contains("--fresh");
                        });
    }

    @Test
    void withoutItsTagOrTheChangesThatItWouldReadItIsRefused() {
        Deployment dwd = stopped("dwd_b", b);
        stopped("ads_b");
        lake.table(b).deleteTag(dwd.remains().tags().get(b));
        Deployment late = Deployments.with(
                "dwd_b", NOON, new Remains(Optional.empty(), Optional.of("s"), Map.of(), Map.of(a, 0L)));

        assertThat(rollback("dwd_b", dwd).refusals())
                .containsExactly("tag " + dwd.remains().tags().get(b) + " of table lake.l.b is gone");
        assertThat(rollback("dwd_b", late).refusals())
                .containsExactly("job dwd_b would read table lake.l.a from snapshot 0 on, which is deleted");
    }
}
