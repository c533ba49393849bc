package io.elt.cli.run;

import io.elt.plan.Job;
import io.elt.plan.TableName;
import io.elt.submit.SavedState;
import io.elt.submit.Submission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StartsTest {
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final Starts many = new Starts(4);
    private final Starts one = new Starts(1);

    @AfterEach
    void close() {
        many.close();
        one.close();
    }

    @Test
    void jobsWithoutACommonTableAreStartedAtTheSameTime() {
        CyclicBarrier bothAreHere = new CyclicBarrier(2);
        for (Job job : List.of(job("a", List.of(), "ods.a"), job("b", List.of(), "ods.b"))) {
            many.add(job, () -> {
                meet(bothAreHere);
                return started(job);
            });
        }

        assertThat(many.started()).extracting(RunningJob::name).containsExactly("a", "b");
    }

    @Test
    void aReaderWaitsForTheJobThatCreatesItsTable() {
        add(many, job("ods", List.of(), "ods.a"));
        add(many, job("dwd", List.of("ods.a"), "dwd.a"));
        add(many, job("dws", List.of("dwd.a"), "dws.a"));

        assertThat(many.started()).hasSize(3);
        assertThat(said).containsExactly("begin ods", "end ods", "begin dwd", "end dwd", "begin dws", "end dws");
    }

    /** Like the table of what was refused, which all jobs of a layer write. */
    @Test
    void aTableThatManyWriteIsCreatedByTheFirstAndTheOthersDoNotWaitForEachOther() {
        CyclicBarrier bothAreHere = new CyclicBarrier(2);
        add(many, job("a", List.of(), "ods.a", "ods.refused"));
        for (Job job :
                List.of(job("b", List.of(), "ods.b", "ods.refused"), job("c", List.of(), "ods.c", "ods.refused"))) {
            many.add(job, () -> {
                said.add("begin " + job.name());
                meet(bothAreHere);
                return started(job);
            });
        }

        assertThat(many.started()).extracting(RunningJob::name).containsExactly("a", "b", "c");
        assertThat(said).startsWith("begin a", "end a").contains("begin b", "begin c");
    }

    @Test
    void aStartThatFailsIsToldAndWhatComesAfterIsNotStarted() {
        Job refused = job("dwd", List.of("ods.a"), "dwd.a");
        Job after = job("dws", List.of("dwd.a"), "dws.a");
        add(many, job("ods", List.of(), "ods.a"));
        many.add(refused, () -> {
            throw new IllegalStateException("refused");
        });
        add(many, after);

        assertThatThrownBy(() -> many.await(refused))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("refused");
        assertThatThrownBy(() -> many.await(after)).hasMessage("refused");
        assertThat(many.started()).extracting(RunningJob::name).containsExactly("ods");
        assertThat(said).doesNotContain("begin dws");
    }

    @Test
    void afterAFailureNothingElseBegins() {
        Job refused = job("a", List.of(), "ods.a");
        one.add(refused, () -> {
            throw new IllegalStateException("refused");
        });
        add(one, job("b", List.of(), "ods.b"));

        assertThat(one.started()).isEmpty();
        assertThat(said).isEmpty();
    }

    /** Else whoever drains or stops them afterwards would not know of it. */
    @Test
    void whatRunsAlreadyIsAmongTheStartedWhenNothingElseIsStarted() {
        for (String name : List.of("a", "b", "c")) {
            many.add(started(job(name, List.of(), "ods." + name)));
        }

        many.close();

        assertThat(many.started()).extracting(RunningJob::name).containsExactly("a", "b", "c");
    }

    @Test
    void oneAtATimeKeepsTheOrder() {
        Stream.of("c", "a", "b").forEach(name -> add(one, job(name, List.of(), "ods." + name)));

        assertThat(one.started()).extracting(RunningJob::name).containsExactly("c", "a", "b");
        assertThat(said).containsExactly("begin c", "end c", "begin a", "end a", "begin b", "end b");
    }

    private void add(Starts starts, Job job) {
        starts.add(job, () -> {
            said.add("begin " + job.name());
            said.add("end " + job.name());
            return started(job);
        });
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(1, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new IllegalStateException("the other one does not come", e);
        }
    }

    private static RunningJob started(Job job) {
        Submission submission = new Submission(job.name(), "id", Optional.empty(), "", Optional.empty());
        return new RunningJob(job, submission, new SavedState("file:///state/" + job.name()), Optional.empty());
    }

    private static Job job(String name, List<String> reads, String... writes) {
        return new Job(name, List.of(), Map.of(), List.of(), tables(reads), tables(List.of(writes)), List.of());
    }

    private static TreeSet<TableName> tables(List<String> names) {
        TreeSet<TableName> tables = new TreeSet<>();
        for (String name : names) {
            String[] parts = name.split("\\.");
            tables.add(new TableName("lake", parts[0], parts[1]));
        }
        return tables;
    }
}
