package io.elt.cli.run;

import io.elt.cli.output.Rows;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.local.bank.BankLoader;
import io.elt.local.bank.BankSource;
import io.elt.local.bank.BankTraffic;
import io.elt.local.bank.LoadCounts;
import io.elt.local.bank.TrafficSpec;
import io.elt.local.bank.generate.BankSpec;
import io.elt.local.bank.truth.BranchTruth;
import io.elt.plan.Plan;
import io.elt.plan.TableName;
import io.elt.project.Project;
import io.elt.serving.StarRocks;
import io.elt.submit.StateFolder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code elt demo}: the sample bank through the whole warehouse of the project. */
public final class Demo {
    static final TableName QUARANTINE = new TableName("lake", "ods", "quarantine");

    /** With --once a generated bank lives for so many changes while its first rows are on their way. */
    private static final int CHANGES = 2_000;

    private static final double CHANGES_PER_SECOND = 1_000;

    private final ProjectLoading loading;
    private final Progress progress;
    private final StopSignal signal;
    private final DemoView view;

    public Demo(ProjectLoading loading, Progress progress, StopSignal signal, DemoView view) {
        this.loading = loading;
        this.progress = progress;
        this.signal = signal;
        this.view = view;
    }

    /**
     * What came of it.
     *
     * @param branches the rows of ads.v_branch_asset_liability
     * @param differences where they differ from the independent recomputation
     */
    public record Result(Rows branches, Rows differences) {}

    /**
     * @return empty if it was not asked for, or interrupted, before it came to a result
     */
    public Optional<Result> run(DemoRequest request) {
        Ports ports = request.ports().resolved();
        Project project = loading.read(request.directory(), request.overrides(), ports);
        RunJobs.requireEmbedded(project);
        BankSource source = source(request);
        EltFolder folder = EltFolder.of(project.root());
        LoadedProject loaded = loading.load(project);
        Plan plan = progress.step("PLAN " + loaded.scripts().size() + " files", () -> Planning.plan(loaded));
        RunJobs.checkWarehouses(plan);
        try (Recorder recorder = Recorder.of(loaded, plan, progress, loading.redactor());
                EmbeddedTarget target = RunJobs.startTarget(loaded, folder, ports, plan, progress)) {
            loadBank(target.endpoints().kafka(), source);
            StateFolder states = Clusters.reachableStates(loaded);
            try (JobRun run = new JobRun(loaded, plan, target.cluster(), states, recorder, progress)) {
                run.applyServing();
                return run(request, loaded, target, run);
            }
        }
    }

    private Optional<Result> run(DemoRequest request, LoadedProject loaded, EmbeddedTarget target, JobRun run) {
        String kafka = target.endpoints().kafka();
        try {
            run.submit(Start.RESUME);
            if (request.until() == RunRequest.Until.STOPPED) {
                try (BankTraffic traffic = traffic(kafka, request.rate());
                        StarRocks starRocks = loaded.connectServing()) {
                    view.show(run, starRocks, traffic, target.endpoints(), signal);
                }
                return Optional.empty();
            }
            if (request.bank().isEmpty()) {
                progress.step(
                        "LIVE " + CHANGES + " changes: transactions, moves, corrections, deletes", () -> live(kafka));
            }
            run.mark();
            progress.say("WAIT until everything that is in the sources now has gone through");
            if (!run.drain(signal::isRequested)) {
                return Optional.empty();
            }
        } finally {
            run.stop();
        }
        return Optional.of(compare(loaded, run, kafka));
    }

    private static BankSource source(DemoRequest request) {
        if (request.bank().isEmpty()) {
            return BankSource.generated(BankSpec.demo().withTransactions(request.transactions()));
        }
        Path folder = request.bank().get();
        try {
            return BankSource.folder(folder);
        } catch (IOException e) {
            throw bankFailed(e);
        }
    }

    private void loadBank(String kafka, BankSource source) {
        progress.step("LOAD sample bank", () -> {
            try {
                LoadCounts counts = BankLoader.load(kafka, source);
                return counts.totalWritten();
            } catch (IOException e) {
                throw bankFailed(e);
            }
        });
    }

    private static BankTraffic traffic(String kafka, double rate) {
        try {
            return BankTraffic.start(kafka, TrafficSpec.perSecond(rate));
        } catch (IOException e) {
            throw bankFailed(e);
        }
    }

    private void live(String kafka) {
        try (BankTraffic traffic = traffic(kafka, CHANGES_PER_SECOND)) {
            while (traffic.counts().totalChanges() < CHANGES
                    && traffic.failure().isEmpty()
                    && !signal.await(10)) {
                continue;
            }
            traffic.stop();
        } catch (IOException e) {
            throw bankFailed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Result compare(LoadedProject loaded, JobRun run, String kafka) {
        try (StarRocks starRocks = loaded.connectServing()) {
            BranchTruth truth = BranchTruth.read(kafka);
            BranchCheck check = BranchCheck.read(starRocks);
            Rows differences = check.differences(truth.rows());
            long quarantined = run.lake().records(QUARANTINE);
            progress.say("CHECK " + truth.rows().size() + " branches against a recomputation from the source records: "
                    + (differences.rows().isEmpty()
                            ? "all cells equal"
                            : differences.rows().size() + " differences"));
            progress.say("QUARANTINE " + quarantined + " records, " + truth.quarantined()
                    + " expected:   elt query \"SELECT source, reason, `offset` FROM lake.ods.quarantine\"");
            return new Result(check.shown(), withQuarantine(differences, quarantined, truth.quarantined()));
        } catch (IOException e) {
            throw bankFailed(e);
        }
    }

    private static Rows withQuarantine(Rows differences, long found, long expected) {
        if (found == expected) {
            return differences;
        }
        List<List<Object>> rows = new ArrayList<>(differences.rows());
        rows.add(Arrays.asList(null, "(quarantine)", expected, found));
        return new Rows(differences.columns(), rows);
    }

    private static RuntimeException bankFailed(IOException error) {
        return Diagnostic.error(ErrorCode.SOURCE_UNREACHABLE, "the sample bank: " + error.getMessage())
                .toException(error);
    }
}
