package io.elt.submit;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;

import static org.assertj.core.api.Assertions.assertThat;

/** One line out of a stack trace, as Flink prints it. */
class RootCauseTest {
    private static String trace(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void theInnermostCauseCounts() {
        Exception error = new IllegalStateException(
                "Could not perform checkpoint 3", new RuntimeException("task", new NumberFormatException("For 'x'")));

        assertThat(RootCause.of(trace(error))).isEqualTo("NumberFormatException: For 'x'");
        assertThat(RootCause.of(error)).isEqualTo("NumberFormatException: For 'x'");
    }

    @Test
    void anErrorWithoutACauseIsItsOwn() {
        assertThat(RootCause.of(trace(new IllegalStateException("full")))).isEqualTo("IllegalStateException: full");
        assertThat(RootCause.of(trace(new StackOverflowError()))).isEqualTo("StackOverflowError");
    }

    @Test
    void aMessageOfManyLinesBecomesOneAndTheTraceIsGone() {
        Exception error =
                new RuntimeException("outer", new IllegalArgumentException("Unsupported options:\n\n  a\n  b"));

        assertThat(RootCause.of(trace(error))).isEqualTo("IllegalArgumentException: Unsupported options: a b");
    }

    @Test
    void onlyThePackageOfTheExceptionIsCutOff() {
        assertThat(RootCause.of(
                        "org.apache.flink.util.FlinkException: table lake.ods.account is gone\n\tat a.B.c(D.java:1)"))
                .isEqualTo("FlinkException: table lake.ods.account is gone");
        assertThat(RootCause.of("Recovery is suppressed by FixedDelay: 3"))
                .isEqualTo("Recovery is suppressed by FixedDelay: 3");
    }

    @Test
    void aVeryLongMessageIsCut() {
        assertThat(RootCause.of(new IllegalStateException("x".repeat(10_000))))
                .hasSize(503)
                .endsWith("xxx...");
    }
}
