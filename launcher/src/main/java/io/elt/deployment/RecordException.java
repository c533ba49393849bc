package io.elt.deployment;

/** The record cannot be read or written. What it is about is not touched by that. */
public final class RecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
