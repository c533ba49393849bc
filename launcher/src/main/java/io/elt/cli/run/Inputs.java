package io.elt.cli.run;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Problems;
import io.elt.plan.ExternalInput;
import io.elt.plan.Job;
import io.elt.plan.TableName;
import io.elt.status.KafkaOffsets;
import io.elt.status.Lag;
import io.elt.status.Lake;
import io.elt.submit.Bundler;
import io.elt.submit.StateFolder;
import org.apache.kafka.common.TopicPartition;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures how far jobs are behind in what they read, where that can be known. */
final class Inputs implements AutoCloseable {
    private final Lake lake;
    private final Bundler bundler;
    private final Map<ExternalInput, KafkaOffsets> topics = new HashMap<>();
    private final Map<ExternalInput, Map<TopicPartition, Long>> marks = new HashMap<>();
    private final MySqlInputs databases;

    Inputs(Lake lake, Bundler bundler, StateFolder states, List<Job> jobs) {
        this.lake = lake;
        this.bundler = bundler;
        this.databases = new MySqlInputs(states, jobs);
        for (Job job : jobs) {
            job.inputs().stream().filter(ExternalInput::isKafka).forEach(input -> KafkaOffsets.of(input)
                    .ifPresent(offsets -> topics.put(input, offsets)));
        }
    }

    /**
     * For who wants to wait until all is read.
     *
     * @throws io.elt.diagnostic.EltException if that cannot be known of some Kafka table
     */
    static void requireKnown(List<Job> jobs) {
        Problems problems = new Problems();
        for (Job job : jobs) {
            for (ExternalInput input : job.inputs()) {
                if (input.isKafka() && !job.endsByItself() && !KafkaOffsets.areKnown(input)) {
                    problems.add(unknown(job, input));
                }
            }
        }
        problems.throwIfErrors();
    }

    private static Diagnostic unknown(Job job, ExternalInput input) {
        return Diagnostic.error(
                        ErrorCode.BAD_OPTION,
                        "it cannot be known when job " + job.name() + " has read all of table " + input.name()
                                + ": its source names no group to commit to")
                .withHint("give the source a properties.group.id of its own, or run without --once");
    }

    /** Remembers where topics and binlogs end now: {@link #unreadUpToMark} counts up to there. */
    void mark() {
        databases.mark();
        topics.forEach((input, topic) -> marks.put(input, topic.ends()));
    }

    /**
     * What the job has not read, and committed, of its tables, and of its topics and binlogs up to the mark.
     *
     * @throws io.elt.diagnostic.EltException if it cannot read it any more
     */
    boolean unreadUpToMark(Job job) {
        check(job);
        if (!databases.isReadUpToMark(job)) {
            return true;
        }
        for (ExternalInput input : job.inputs()) {
            if (topics.containsKey(input) && topics.get(input).unreadUpTo(marks.get(input)) > 0) {
                return true;
            }
        }
        return job.reads().stream().anyMatch(table -> lake.unreadSnapshots(table, bundler.consumerId(job)) > 0);
    }

    /**
     * Looks whether the job can still read what it reads.
     *
     * @throws io.elt.diagnostic.EltException if a database has lost a column of it
     */
    void check(Job job) {
        databases.compareTables(job, Instant.now());
    }

    List<Lag> lags(Job job) {
        Instant now = Instant.now();
        List<Lag> lags = new ArrayList<>();
        for (ExternalInput input : job.inputs()) {
            KafkaOffsets offsets = topics.get(input);
            if (offsets != null) {
                long unread = offsets.unreadUpTo(offsets.ends());
                Duration waiting = unread == 0 ? Duration.ZERO : since(offsets.oldestUnread(), now);
                lags.add(new Lag(job.name(), offsets.topics(), unread, Lag.Unit.RECORDS, waiting));
            }
        }
        job.inputs().stream()
                .filter(databases::reads)
                .forEach(input -> databases.lag(job, input, now).ifPresent(lags::add));
        for (TableName table : job.reads()) {
            if (lake.holds(table)) {
                String reader = bundler.consumerId(job);
                long unread = lake.unreadSnapshots(table, reader);
                Duration waiting = unread == 0 ? Duration.ZERO : since(lake.oldestUnread(table, reader), now);
                lags.add(new Lag(job.name(), table.toString(), unread, Lag.Unit.SNAPSHOTS, waiting));
            }
        }
        return lags;
    }

    /** The clocks of two machines differ: nothing waits for less than no time. */
    private static Duration since(Optional<Instant> moment, Instant now) {
        return moment.map(then -> Duration.between(then, now))
                .filter(waiting -> !waiting.isNegative())
                .orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        topics.values().forEach(KafkaOffsets::close);
    }
}
