package io.elt.cli;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.concurrent.CompletionException;

import static org.assertj.core.api.Assertions.assertThat;

class FailureTest {
    private static Diagnostic only(Throwable error) {
        EltException failure = Failure.of(error);
        assertThat(failure.diagnostics()).hasSize(1);
        return failure.diagnostics().get(0);
    }

    @Test
    void aProblemStaysItselfHoweverItWasWrapped() {
        EltException problem = Diagnostic.error(ErrorCode.JOB_FAILED, "no").toException();

        assertThat(Failure.of(new CompletionException(new IllegalStateException(problem))))
                .isSameAs(problem);
    }

    @Test
    void memoryThatIsUsedUp() {
        Diagnostic told = only(new ExceptionInInitializerError(new OutOfMemoryError("Java heap space")));

        assertThat(told.code()).isEqualTo(ErrorCode.OUT_OF_MEMORY);
        assertThat(told.message()).contains("Java heap space");
        assertThat(told.hint()).hasValueSatisfying(hint -> assertThat(hint).contains("-Xmx"));
    }

    @Test
    void aDiskThatIsFull() {
        assertThat(only(new UncheckedIOException(new IOException("No space left on device")))
                        .code())
                .isEqualTo(ErrorCode.DISK_FULL);
        assertThat(only(new FileSystemException("/data/x", null, "No space left on device"))
                        .code())
                .isEqualTo(ErrorCode.DISK_FULL);
        assertThat(only(new IOException()).code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
    }

    @Test
    void anythingElseIsOurOwnFault() {
        Diagnostic told = only(new ExceptionInInitializerError(new IllegalStateException("broken")));

        assertThat(told.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
        assertThat(told.message()).isEqualTo("java.lang.IllegalStateException: broken");
    }
}
