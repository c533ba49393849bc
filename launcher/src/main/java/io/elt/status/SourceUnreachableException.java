package io.elt.status;

/** A source outside the warehouse did not answer. */
public final class SourceUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SourceUnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
