package io.elt.udf.guarded;

/** The first cause of a failure. What wraps it in Flink's formats repeats the whole payload. */
final class RootCause {

    private static final int LONGEST_CHAIN = 50;
    private static final int LONGEST_LINE = 200;

    private RootCause() {}

    static String inOneLine(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause.getCause() != null && depth < LONGEST_CHAIN; depth++) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        if (message == null || message.isBlank()) {
            return cause.getClass().getSimpleName();
        }
        return Excerpt.line(message.strip().lines().findFirst().orElseThrow(), LONGEST_LINE);
    }
}
