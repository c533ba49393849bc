package io.elt.submit;

/** A job could not be stopped with a savepoint. */
public final class StopException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StopException(String message, Throwable cause) {
        super(message, cause);
    }
}
