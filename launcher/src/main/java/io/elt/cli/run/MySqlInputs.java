package io.elt.cli.run;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.Problems;
import io.elt.diagnostic.SourceSpan;
import io.elt.plan.ExternalInput;
import io.elt.plan.Job;
import io.elt.status.Lag;
import io.elt.status.SourceUnreachableException;
import io.elt.status.mysql.Binlog;
import io.elt.status.mysql.Binlog.Place;
import io.elt.submit.StateFolder;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What jobs read from databases: how far they are, and whether they can read it at all. */
final class MySqlInputs {
    private static final Duration COMPARE_EVERY = Duration.ofSeconds(3);

    private final StateFolder states;
    private final Map<ExternalInput, Binlog> binlogs = new HashMap<>();
    private final Map<ExternalInput, Place> marks = new HashMap<>();
    private final Map<ExternalInput, Instant> seenAtTheEnd = new HashMap<>();
    private final Map<Job, Instant> compared = new HashMap<>();

    MySqlInputs(StateFolder states, List<Job> jobs) {
        this.states = states;
        jobs.stream()
                .flatMap(job -> job.inputs().stream())
                .filter(ExternalInput::isMySqlCdc)
                .forEach(input -> binlogs.put(input, Binlog.of(input)));
    }

    /**
     * Before a job starts: nobody would tell later, or only in many words.
     *
     * @param resumeFrom finds the state that it goes on from
     * @return that a server writes no fit binlog, a table is not what the job reads, or the binlog at the job's place is gone
     */
    static List<Diagnostic> unreadable(Job job, Supplier<Optional<String>> resumeFrom) {
        List<Diagnostic> problems = new ArrayList<>();
        for (ExternalInput input : job.inputs()) {
            if (input.isMySqlCdc()) {
                Binlog binlog = Binlog.of(input);
                binlog.problems().forEach(problem -> problems.add(at(job, problem)));
                resumeFrom
                        .get()
                        .flatMap(state -> read(binlog, state))
                        .flatMap(binlog::gone)
                        .ifPresent(problem -> problems.add(at(job, problem)));
            }
        }
        return problems;
    }

    void mark() {
        binlogs.forEach((input, binlog) -> marks.put(input, binlog.end()));
    }

    /** Whether a job has read, and committed, all changes up to the mark. */
    boolean isReadUpToMark(Job job) {
        return job.inputs().stream().filter(binlogs::containsKey).allMatch(input -> place(job, input)
                .filter(place -> !place.isBefore(marks.get(input)))
                .isPresent());
    }

    /** How far it is behind; empty while a table is copied for the first time, and when the server does not answer. */
    Optional<Lag> lag(Job job, ExternalInput input, Instant now) {
        Binlog binlog = binlogs.get(input);
        try {
            return place(job, input).map(place -> {
                long unread = binlog.unread(place);
                Duration waiting = waiting(input, unread, binlog.changed(place), now);
                return new Lag(job.name(), binlog.table(), unread, Lag.Unit.BYTES, waiting);
            });
        } catch (SourceUnreachableException e) {
            // The job finds out by itself, and waits for a while: a server that restarts is no reason to end a run.
            return Optional.empty();
        }
    }

    boolean reads(ExternalInput input) {
        return binlogs.containsKey(input);
    }

    /**
     * Looks now and then whether the tables still have the columns that a job reads.
     *
     * @throws io.elt.diagnostic.EltException if one is gone: its changes are read as NULL from then on
     */
    synchronized void compareTables(Job job, Instant now) {
        Instant before = compared.getOrDefault(job, Instant.MIN);
        if (before.isAfter(now.minus(COMPARE_EVERY))) {
            return;
        }
        compared.put(job, now);
        Problems problems = new Problems();
        try {
            for (ExternalInput input : job.inputs()) {
                if (binlogs.containsKey(input)) {
                    binlogs.get(input).differences().forEach(problem -> problems.add(at(job, problem)));
                }
            }
        } catch (SourceUnreachableException e) {
            return;
        }
        problems.throwIfErrors();
    }

    /** The oldest unread change is younger than the newest one that is read, and than the moment when all was read. */
    private Duration waiting(ExternalInput input, long unread, Optional<Instant> changed, Instant now) {
        if (unread == 0) {
            seenAtTheEnd.put(input, now);
            return Duration.ZERO;
        }
        Instant since = seenAtTheEnd.getOrDefault(input, Instant.MIN);
        Instant latest = changed.filter(since::isBefore).orElse(since);
        return latest.equals(Instant.MIN) || latest.isAfter(now) ? Duration.ZERO : Duration.between(latest, now);
    }

    private Optional<Place> place(Job job, ExternalInput input) {
        return states.of(job.name()).latest().flatMap(state -> read(binlogs.get(input), state));
    }

    private static Optional<Place> read(Binlog binlog, String state) {
        try {
            return binlog.read(state);
        } catch (IOException e) {
            // A newer checkpoint has taken its place in this very moment; the next look finds that one.
            return Optional.empty();
        }
    }

    private static Diagnostic at(Job job, Diagnostic problem) {
        return problem.at(SourceSpan.ofFile(job.files().get(0)));
    }
}
