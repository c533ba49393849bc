package io.elt.unittest.run;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import io.elt.unittest.CaseTyping;
import io.elt.unittest.Outcome;
import io.elt.unittest.Schedule;
import io.elt.unittest.TestCase;
import io.elt.unittest.TestFile;
import io.elt.unittest.TypedCase;
import io.elt.unittest.flink.EmbeddedRunner;
import io.elt.unittest.run.CaseResult.Status;
import io.elt.unittest.variation.StreamEqualsBatch;
import io.elt.unittest.variation.Verdict;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Runs one case: as it is written, and if that passes, in other ways in which its input could have arrived. */
final class CaseRun {
    private final EmbeddedRunner runner;
    private final ZoneId zone;
    private final long seed;
    private final TestFile file;
    private final TestCase test;
    private final long start = System.nanoTime();

    CaseRun(EmbeddedRunner runner, ZoneId zone, long seed, TestFile file, TestCase test) {
        this.runner = runner;
        this.zone = zone;
        this.seed = seed;
        this.file = file;
        this.test = test;
    }

    CaseResult run() {
        try {
            TypedCase typed = CaseTyping.of(test, runner.tables(test), zone);
            Outcome outcome = runner.run(typed, Schedule.streaming(typed.events()));
            if (outcome instanceof Outcome.Failed failed) {
                return result(Status.FAILED, 1, List.of(jobFailed(failed.cause())), typed, null, null);
            }
            Outcome.Finished finished = (Outcome.Finished) outcome;
            List<Diagnostic> problems = new CaseComparison(typed, zone).compare(finished);
            if (!problems.isEmpty()) {
                return result(Status.FAILED, 1, problems, typed, finished, null);
            }
            Verdict verdict = StreamEqualsBatch.check(typed, runner, finished, seed);
            CaseResult result = verdict.finding()
                    .map(finding -> result(
                            Status.FAILED,
                            1 + verdict.runs(),
                            List.of(finding.diagnostic()),
                            typed,
                            finished,
                            finding.yaml()))
                    .orElseGet(() -> result(Status.PASSED, 1 + verdict.runs(), List.of(), typed, finished, null));
            return result.leavingOut(verdict.skipped());
        } catch (EltException e) {
            return result(Status.ERROR, 0, e.diagnostics(), null, null, null);
        }
    }

    private CaseResult result(
            Status status,
            int runs,
            List<Diagnostic> problems,
            TypedCase typed,
            Outcome.Finished written,
            String smallest) {
        return new CaseResult(
                file,
                test,
                status,
                Duration.ofNanos(System.nanoTime() - start),
                runs,
                problems,
                Optional.ofNullable(typed),
                Optional.ofNullable(written),
                Optional.ofNullable(smallest));
    }

    private Diagnostic jobFailed(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String reason = root.getMessage() == null || root.getMessage().isBlank()
                ? root.getClass().getSimpleName()
                : root.getMessage().lines().findFirst().orElse("");
        return Diagnostic.error(ErrorCode.TEST_JOB_FAILED, test.name() + ": the job failed: " + reason)
                .at(test.span());
    }
}
