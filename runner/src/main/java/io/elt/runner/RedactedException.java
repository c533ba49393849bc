package io.elt.runner;

import java.util.ArrayList;
import java.util.List;

/**
 * A failure as a cluster may log and show it: the same types, texts and stack traces, without the secrets. Connectors and
 * Flink's parser repeat options and SQL in their messages.
 */
final class RedactedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 50;

    private final String type;

    private RedactedException(Throwable failure, String message, Throwable cause) {
        super(message, cause);
        this.type = failure.getClass().getName();
        setStackTrace(failure.getStackTrace());
    }

    static RuntimeException of(Throwable failure, JobSecrets secrets) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable each = failure; each != null && chain.size() < DEEPEST; each = each.getCause()) {
            chain.add(each);
        }
        RedactedException redacted = null;
        for (int i = chain.size() - 1; i >= 0; i--) {
            String message = chain.get(i).getMessage();
            redacted = new RedactedException(chain.get(i), message == null ? null : secrets.redact(message), redacted);
            for (Throwable suppressed : chain.get(i).getSuppressed()) {
                redacted.addSuppressed(new RedactedException(
                        suppressed,
                        suppressed.getMessage() == null ? null : secrets.redact(suppressed.getMessage()),
                        null));
            }
        }
        return redacted;
    }

    @Override
    public String toString() {
        return getMessage() == null ? type : type + ": " + getMessage();
    }
}
