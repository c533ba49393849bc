package io.elt.cli.run;

import io.elt.deployment.Action;
import io.elt.deployment.Author;
import io.elt.deployment.Deployment;
import io.elt.deployment.DeploymentRecord;
import io.elt.deployment.GitCommit;
import io.elt.deployment.Program;
import io.elt.deployment.RecordException;
import io.elt.deployment.Remains;
import io.elt.deployment.Standing;
import io.elt.deployment.StateFit;
import io.elt.deployment.TableTags;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Redactor;
import io.elt.plan.Job;
import io.elt.plan.Plan;
import io.elt.plan.TableName;
import io.elt.plan.operator.JobOperators;
import io.elt.runner.JobBundle;
import io.elt.submit.JobIdentity;
import io.elt.submit.RootCause;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Writes what one call of elt does with jobs into the deployment record, and asks it whether the state of a job fits. Entries are
 * written beside the work, in its order; whoever closes this waits for them. No job waits, or fails, for the record's sake.
 */
public final class Recorder implements AutoCloseable {
    private static final Duration ENTRIES_WITHIN = Duration.ofMinutes(2);
    private static final Duration EXPIRED_WITHIN = Duration.ofMinutes(1);

    private final LoadedProject loaded;
    private final Plan all;
    private final Progress progress;
    private final DeploymentRecord record;
    private final TableTags tags;
    private final OptimisedJobs optimised;
    private final Redactor redactor;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(Recorder::daemon);
    private final Map<String, Program> programs = new ConcurrentHashMap<>();
    private final Map<String, List<Deployment>> known = new ConcurrentHashMap<>();
    private final Optional<GitCommit> commit;
    private final Set<String> stopped = ConcurrentHashMap.newKeySet();
    private volatile boolean hasWritten;

    private Recorder(LoadedProject loaded, Plan all, Progress progress, Redactor redactor) {
        this.loaded = loaded;
        this.all = all;
        this.progress = progress;
        this.record = new DeploymentRecord(all.lakes());
        this.tags = record.tags();
        this.redactor = redactor;
        this.optimised = OptimisedJobs.of(loaded, redactor);
        this.commit = GitCommit.of(loaded.project().root());
    }

    /**
     * @param all the whole project: who else writes a table is not among the jobs of a selection
     */
    static Recorder of(LoadedProject loaded, Plan all, Progress progress, Redactor redactor) {
        if (all.lakes().isEmpty()) {
            progress.say("  the project has no lake, and so no record of what is deployed");
        }
        return new Recorder(loaded, all, progress, redactor);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "elt-record");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * @throws io.elt.diagnostic.EltException if rows that are deleted would stay in a table of one of these jobs
     */
    void requireDeletes(Plan plan) {
        optimised.requireDeletes(plan.jobs());
    }

    /** The entries of a job, newest first; none if they cannot be read. */
    List<Deployment> entries(String job) {
        return known.computeIfAbsent(job, this::read);
    }

    private List<Deployment> read(String job) {
        try {
            return record.of(loaded.project().name(), loaded.project().target().name(), job);
        } catch (RecordException e) {
            progress.say(warning(notRecorded("what was deployed of job " + job + " cannot be read", e)));
            return List.of();
        }
    }

    /**
     * Whether a job can go on from state that the program of its newest entry made.
     *
     * @return what is wrong; empty also if nothing is known of that program
     */
    Optional<Diagnostic> misfit(Job job, JobBundle bundle, Optional<String> savepoint) {
        String fingerprint = JobIdentity.of(bundle).fingerprint();
        Optional<Program> old = entries(job.name()).stream()
                .filter(entry -> savepoint.map(entry::left).orElse(true))
                .findFirst()
                .map(Deployment::program);
        Optional<JobOperators> before = old.filter(
                        program -> !program.fingerprint().equals(fingerprint))
                .flatMap(Program::operators);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        Optional<StateFit.Verdict> verdict = optimised.of(job.name()).map(after -> StateFit.of(before.get(), after));
        verdict.flatMap(StateFit.Verdict::remark).ifPresent(remark -> progress.say(warning(remark)));
        return verdict.flatMap(StateFit.Verdict::problem);
    }

    /** What a job was brought back to, if that was the last that was done with it. */
    Optional<Deployment> wentBack(Job job) {
        return entries(job.name()).stream().findFirst().filter(entry -> entry.action() == Action.ROLLBACK);
    }

    /** Says that somebody has brought a job back from what it is about to do again. */
    void tellTakenBack(Job job, String fingerprint) {
        if (Standing.of(entries(job.name())).wasTakenBack(fingerprint)) {
            progress.say(warning(Diagnostic.warning(
                            ErrorCode.TAKEN_BACK,
                            "job " + job.name() + " was brought back from the very statements that its files have")
                    .withHint(
                            "'elt history " + job.name() + "' says by whom and when; it is deployed with them again")));
        }
    }

    DeploymentRecord record() {
        return record;
    }

    /** Says which tables have moved on since the savepoint that a job goes on from. */
    void tellMovedTables(Job job, String savepoint) {
        Optional<Deployment> left = entries(job.name()).stream()
                .filter(entry -> entry.left(savepoint))
                .findFirst();
        left.map(this::moved)
                .filter(moved -> !moved.isEmpty())
                .ifPresent(moved -> tell(Diagnostic.warning(
                                ErrorCode.TABLES_MOVED_ON,
                                "job " + job.name() + " goes on from a savepoint that is older than its tables")
                        .withDetail(moved)
                        .withHint("'elt rollback " + job.name() + " --to "
                                + left.get().id() + "' brings state and tables back together")));
    }

    private String moved(Deployment entry) {
        List<String> moved = new ArrayList<>();
        entry.remains().tags().forEach((table, tag) -> {
            OptionalLong since = tags.snapshotsSince(table, tag);
            if (since.isEmpty()) {
                moved.add(table + " has lost its tag");
            } else if (since.getAsLong() > 0) {
                moved.add(table + " has " + since.getAsLong() + (since.getAsLong() == 1 ? " snapshot" : " snapshots")
                        + " since");
            }
        });
        return String.join(", ", moved);
    }

    void started(Action action, Job job, JobBundle bundle, Optional<String> restoredFrom) {
        Instant now = Instant.now();
        writer.execute(() -> {
            Program program = new Program(
                    bundle.statements(),
                    withoutStart(bundle.settings()),
                    optimised.of(job.name()),
                    JobIdentity.of(bundle).fingerprint());
            programs.put(job.name(), program);
            write(entry(Deployment.newId(now), action, job, now, program, Remains.started(restoredFrom)));
        });
    }

    /** Where a job begins is told of the entry, not of what it executes. */
    private static Map<String, String> withoutStart(Map<String, String> settings) {
        Map<String, String> kept = new HashMap<>(settings);
        kept.keySet().removeIf(key -> key.startsWith("execution.state-recovery."));
        return kept;
    }

    /** Tags the tables of a job that has just been stopped, and writes that down. */
    void stopped(Job job, String savepoint) {
        Instant now = Instant.now();
        String id = Deployment.newId(now);
        Map<TableName, String> taken = tag(job, id);
        Map<TableName, Long> places = new TreeMap<>();
        job.reads().forEach(table -> tags.place(table, loaded.bundler().consumerId(job))
                .ifPresent(next -> places.put(table, next)));
        Remains remains = new Remains(Optional.empty(), Optional.of(savepoint), taken, places);
        stopped.add(job.name());
        writer.execute(() -> write(entry(id, Action.STOP, job, now, program(job), remains)));
    }

    /** A table that several jobs write has no moment of its own to go back to. */
    private Map<TableName, String> tag(Job job, String id) {
        try {
            return tags.take(
                    Deployment.tag(id),
                    job.writes().stream()
                            .filter(table -> all.writers(table).size() == 1)
                            .toList());
        } catch (RuntimeException e) {
            progress.say(warning(notRecorded("the tables of job " + job.name() + " have no tags", e)));
            return Map.of();
        }
    }

    /** What a job executes, as far as the record knows. */
    Program program(Job job) {
        return Optional.ofNullable(programs.get(job.name()))
                .or(() -> entries(job.name()).stream().findFirst().map(Deployment::program))
                .orElseGet(() -> Program.unknown(""));
    }

    /** What a job executes that the cluster shows with this fingerprint. */
    Program program(Job job, Optional<String> fingerprint) {
        return entries(job.name()).stream()
                .map(Deployment::program)
                .filter(program ->
                        fingerprint.filter(program.fingerprint()::equals).isPresent())
                .findFirst()
                .orElseGet(() -> program(job));
    }

    /** An entry that is not written yet. */
    Deployment entry(Action action, Job job, Program program, Remains remains) {
        Instant now = Instant.now();
        return entry(Deployment.newId(now), action, job, now, program, remains);
    }

    private Deployment entry(String id, Action action, Job job, Instant at, Program program, Remains remains) {
        return new Deployment(
                id,
                loaded.project().name(),
                loaded.project().target().name(),
                job.name(),
                action,
                new Author(at, System.getProperty("user.name", ""), host(), commit, Versions.ofThis()),
                program,
                remains);
    }

    /** Adds an entry, or says that it could not. */
    void write(Deployment entry) {
        try {
            require(List.of(entry));
        } catch (RecordException e) {
            progress.say(warning(
                    notRecorded(entry.action().name() + " of job " + entry.job() + " is not in the record", e)));
        }
    }

    /**
     * Adds entries without which nothing may be done.
     *
     * @throws RecordException if they cannot be written
     */
    void require(List<Deployment> entries) {
        Map<String, List<Deployment>> byLake = new TreeMap<>();
        for (Deployment entry : entries) {
            all.job(entry.job()).flatMap(record::lakeOf).ifPresent(lake -> byLake.computeIfAbsent(
                            lake, name -> new ArrayList<>())
                    .add(entry));
        }
        byLake.forEach(record::write);
        hasWritten = true;
    }

    /** Returns when what was told until now is written. */
    void awaitWritten() {
        try {
            writer.submit(() -> {}).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the deployment record is not written", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Once for each call that has written something, when all else is done. */
    private void expire() {
        if (!hasWritten && stopped.isEmpty()) {
            return;
        }
        try {
            new RecordExpiry(
                            record,
                            Clusters.states(loaded),
                            RecordExpiry.retention(loaded.project().history()))
                    .expire(loaded.project().name(), loaded.project().target().name(), stopped, Instant.now());
        } catch (RuntimeException e) {
            // The next call tries again.
            progress.say(warning(Diagnostic.warning(
                            ErrorCode.NOT_RECORDED,
                            "what is too old in the deployment record stays for now: " + RootCause.of(e))
                    .withHint("let the user that runs elt write the database '" + DeploymentRecord.DATABASE
                            + "' of the lake, tags of its tables, and the target's state")));
        }
    }

    private static Diagnostic notRecorded(String what, RuntimeException error) {
        Throwable cause = error.getCause() == null ? error : error.getCause();
        return Diagnostic.warning(ErrorCode.NOT_RECORDED, what + ": " + cause.getMessage())
                .withHint("let the user that runs elt write the database '" + DeploymentRecord.DATABASE
                        + "' of the lake; 'elt rollback' cannot go back to what is not in it");
    }

    void tell(Diagnostic warning) {
        progress.say(warning(warning));
    }

    private String warning(Diagnostic diagnostic) {
        return redactor.redact(diagnostic
                + diagnostic.detail().map(detail -> "\n  detail: " + detail).orElse("")
                + diagnostic.hint().map(hint -> "\n  hint: " + hint).orElse(""));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "";
        }
    }

    @Override
    public void close() {
        if (!isDone(writer.submit(() -> {}), ENTRIES_WITHIN)) {
            progress.say("  the deployment record does not answer: the last entries may be missing");
        } else if (!isDone(writer.submit(this::expire), EXPIRED_WITHIN)) {
            progress.say("  what is too old in the deployment record is not all gone: the next call goes on with it");
        }
        writer.shutdown();
        record.close();
    }

    private static boolean isDone(Future<?> work, Duration patience) {
        try {
            work.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } catch (ExecutionException e) {
            throw new IllegalStateException("entries and their expiry tell themselves what goes wrong", e);
        } catch (TimeoutException e) {
            return false;
        }
    }
}
