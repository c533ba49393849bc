package io.elt.runner;

/** A statement of a bundle failed: which one, so that the launcher can say where its author wrote it. */
public final class StatementException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int statement;

    StatementException(int statement, Throwable cause) {
        super("statement " + (statement + 1) + " of the bundle failed: " + cause.getMessage(), cause);
        this.statement = statement;
    }

    /** Index into {@link JobBundle#statements}, from 0. */
    public int statement() {
        return statement;
    }
}
