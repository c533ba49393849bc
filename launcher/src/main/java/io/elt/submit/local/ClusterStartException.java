package io.elt.submit.local;

/** The embedded cluster could not start; the cause says why. */
public final class ClusterStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClusterStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
