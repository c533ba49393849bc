package io.elt.unittest.run;

import io.elt.diagnostic.Diagnostic;
import io.elt.unittest.Outcome;
import io.elt.unittest.TestCase;
import io.elt.unittest.TestFile;
import io.elt.unittest.TypedCase;
import io.elt.unittest.variation.Skipped;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came out of a case.
 *
 * @param runs how many times its files ran, in other orders too
 * @param problems why it did not pass
 * @param typed empty if its cells could not be read, or its files not be planned
 * @param written what its files wrote, as it is written; empty if they did not come so far
 * @param smallest the smallest input whose order matters, as a case
 * @param leftOut runs that cannot be, such as a batch of what Flink has in streams only
 */
public record CaseResult(
        TestFile file,
        TestCase test,
        Status status,
        Duration time,
        int runs,
        List<Diagnostic> problems,
        Optional<TypedCase> typed,
        Optional<Outcome.Finished> written,
        Optional<String> smallest,
        List<Skipped> leftOut) {
    public CaseResult {
        problems = List.copyOf(problems);
        leftOut = List.copyOf(leftOut);
    }

    public CaseResult(
            TestFile file,
            TestCase test,
            Status status,
            Duration time,
            int runs,
            List<Diagnostic> problems,
            Optional<TypedCase> typed,
            Optional<Outcome.Finished> written,
            Optional<String> smallest) {
        this(file, test, status, time, runs, problems, typed, written, smallest, List.of());
    }

    CaseResult leavingOut(List<Skipped> skipped) {
        return new CaseResult(file, test, status, time, runs, problems, typed, written, smallest, skipped);
    }

    /** How it ended. */
    public enum Status {
        PASSED,
        /** Something else came out than is expected. */
        FAILED,
        /** It could not be run. */
        ERROR,
        /** It was not its turn before the run ended. */
        SKIPPED
    }

    public boolean isPassed() {
        return status == Status.PASSED;
    }
}
