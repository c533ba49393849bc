package io.elt.cli;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import io.elt.status.SourceUnreachableException;
import io.elt.submit.ClusterUnreachableException;
import io.elt.submit.StopException;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Optional;

/** Whatever was thrown, as a problem with a code and a next step. */
final class Failure {
    /** The operating system's words; Java has no exception of its own for a full disk. */
    private static final String DISK_FULL = "No space left on device";

    private Failure() {}

    static EltException of(Throwable error) {
        Throwable root = error;
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            Optional<EltException> known = known(cause);
            if (known.isPresent()) {
                return known.get();
            }
            root = cause;
        }
        return Diagnostic.error(ErrorCode.INTERNAL_ERROR, root.toString())
                .withHint("run it again with --debug and report what it prints")
                .toException(error);
    }

    private static Optional<EltException> known(Throwable cause) {
        if (cause instanceof EltException told) {
            return Optional.of(told);
        }
        if (cause instanceof OutOfMemoryError) {
            return Optional.of(
                    Diagnostic.error(ErrorCode.OUT_OF_MEMORY, "there is not enough memory: " + cause.getMessage())
                            .withHint("give it more with ELT_JAVA_OPTS=-Xmx4g, or run fewer files at once")
                            .toException(cause));
        }
        if (cause instanceof ClusterUnreachableException) {
            return Optional.of(Diagnostic.error(ErrorCode.CLUSTER_UNREACHABLE, cause.getMessage())
                    .withHint("is the cluster running, and are the target's addresses right? `elt doctor` tries each")
                    .toException(cause));
        }
        if (cause instanceof SourceUnreachableException) {
            return Optional.of(Diagnostic.error(ErrorCode.SOURCE_UNREACHABLE, cause.getMessage())
                    .withHint("check its address, its user and the way there; `elt doctor` tries each address")
                    .toException(cause));
        }
        if (cause instanceof StopException) {
            return Optional.of(Diagnostic.error(ErrorCode.JOB_FAILED, cause.getMessage())
                    .withHint(
                            "`elt status` says how it is; `elt cancel` ends it, and it goes on from its last checkpoint")
                    .toException(cause));
        }
        if (cause instanceof IOException failure && isDiskFull(failure)) {
            return Optional.of(Diagnostic.error(ErrorCode.DISK_FULL, "the disk is full: " + cause.getMessage())
                    .withHint("make room, then go on with the same command; nothing that was committed is lost")
                    .toException(cause));
        }
        return Optional.empty();
    }

    private static boolean isDiskFull(IOException error) {
        String reason = error instanceof FileSystemException file ? file.getReason() : error.getMessage();
        return reason != null && reason.strip().endsWith(DISK_FULL);
    }
}
