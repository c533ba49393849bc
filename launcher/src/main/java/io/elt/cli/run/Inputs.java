package io.elt.cli.run;

import io.elt.plan.ExternalInput;
import io.elt.plan.Job;
import io.elt.plan.TableName;
import io.elt.status.KafkaOffsets;
import io.elt.status.Lag;
import io.elt.status.Lake;
import io.elt.submit.Bundler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Measures how far jobs are behind in what they read. */
final class Inputs implements AutoCloseable {
    private final Lake lake;
    private final Bundler bundler;
    private final Map<ExternalInput, KafkaOffsets> topics = new HashMap<>();
    private final Map<ExternalInput, Map<Integer, Long>> marks = new HashMap<>();

    Inputs(Lake lake, Bundler bundler, List<Job> jobs) {
        this.lake = lake;
        this.bundler = bundler;
        for (Job job : jobs) {
            job.inputs().stream()
                    .filter(ExternalInput::isKafka)
                    .forEach(input -> topics.put(input, new KafkaOffsets(input)));
        }
    }

    /** Remembers where the topics end now: {@link #unreadUpToMark} counts up to there. */
    void mark() {
        topics.forEach((input, topic) -> marks.put(input, topic.ends()));
    }

    /** What the job has not read, and committed, of its tables, and of its topics up to the mark. */
    boolean unreadUpToMark(Job job) {
        for (ExternalInput input : job.inputs()) {
            if (input.isKafka() && topics.get(input).unreadUpTo(marks.get(input)) > 0) {
                return true;
            }
        }
        return job.reads().stream().anyMatch(table -> lake.unreadSnapshots(table, bundler.consumerId(job)) > 0);
    }

    List<Lag> lags(Job job) {
        List<Lag> lags = new ArrayList<>();
        for (ExternalInput input : job.inputs()) {
            if (input.isKafka()) {
                KafkaOffsets topic = topics.get(input);
                lags.add(new Lag(job.name(), topic.topic(), topic.unreadUpTo(topic.ends()), Lag.Unit.RECORDS));
            }
        }
        for (TableName table : job.reads()) {
            if (lake.holds(table)) {
                long unread = lake.unreadSnapshots(table, bundler.consumerId(job));
                lags.add(new Lag(job.name(), table.toString(), unread, Lag.Unit.SNAPSHOTS));
            }
        }
        return lags;
    }

    @Override
    public void close() {
        topics.values().forEach(KafkaOffsets::close);
    }
}
