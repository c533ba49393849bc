package io.elt.cli.run;

import io.elt.backfill.BoundedJob;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.SourceSpan;
import io.elt.plan.Job;
import io.elt.plan.Plan;
import io.elt.submit.Cluster;
import io.elt.submit.Submission;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Batches that a cluster still runs when a run begins: of one that was killed, or of one beside this one.
 *
 * @param running by the names of their jobs
 */
record EarlierBatches(Plan plan, Map<String, Submission> running) {
    /**
     * @param plan the jobs to run
     * @param touched jobs that read or write what the run replaces
     * @throws io.elt.diagnostic.EltException if one of those runs as a stream
     */
    static EarlierBatches on(Cluster cluster, JobWatch watch, Plan plan, List<Job> touched) {
        Set<String> names = touched.stream().map(Job::name).collect(Collectors.toSet());
        Map<String, Submission> running = new HashMap<>();
        for (Submission submission : cluster.jobs()) {
            if (names.contains(submission.job()) && !watch.isFinal(submission)) {
                running.putIfAbsent(submission.job(), submission);
            }
        }
        List<String> streams = running.values().stream()
                .filter(submission -> !isBatch(submission))
                .map(Submission::job)
                .sorted()
                .toList();
        if (!streams.isEmpty()) {
            throw streamRuns(streams);
        }
        return new EarlierBatches(plan, running);
    }

    /** Whether a job that a cluster has is a batch, by what it says of itself. */
    static boolean isBatch(Submission submission) {
        return submission.fingerprint().filter(BoundedJob::isMark).isPresent();
    }

    /**
     * The batch that does for a job what is to be done.
     *
     * @throws io.elt.diagnostic.EltException if one does something else for it
     */
    Optional<Submission> same(Job job, String mark) {
        Optional<Submission> earlier = Optional.ofNullable(running.get(job.name()));
        if (earlier.flatMap(Submission::fingerprint)
                .filter(found -> !found.equals(mark))
                .isPresent()) {
            throw other(job);
        }
        return earlier;
    }

    /**
     * Jobs run one after the other: where a later one runs before this one is done, it is another run's.
     *
     * @throws io.elt.diagnostic.EltException if one does
     */
    void requireNoneBehind(Job job, JobWatch watch) {
        List<Job> jobs = plan.jobs();
        jobs.subList(jobs.indexOf(job) + 1, jobs.size()).stream()
                .filter(later -> running.containsKey(later.name()))
                .filter(later -> !watch.isFinal(running.get(later.name())))
                .findFirst()
                .ifPresent(later -> {
                    throw other(later);
                });
    }

    /** Two batches would replace each other's tables, and nobody knows which is the last. */
    private static RuntimeException other(Job job) {
        return Diagnostic.error(
                        ErrorCode.BATCH_RUNS,
                        "a batch of job " + job.name()
                                + " still runs, and does something else: other dates, statements or settings")
                .at(SourceSpan.ofFile(job.files().get(0)))
                .withHint("wait for its end, or end it: elt cancel " + job.name())
                .toException();
    }

    private static RuntimeException streamRuns(List<String> jobs) {
        return Diagnostic.error(
                        ErrorCode.STREAM_BEHIND,
                        "as streams, " + String.join(", ", jobs) + " run now and would not know what the batch writes")
                .withHint(
                        "run the batch for a target of its own, or end them first: elt stop " + String.join(" ", jobs))
                .toException();
    }
}
