package io.elt.submit;

/** The one line of a stack trace that tells a user what went wrong: the message of the innermost cause. */
public final class RootCause {
    private static final String CAUSED_BY = "Caused by: ";
    private static final int LONGEST = 500;

    private RootCause() {}

    /**
     * @param stackTrace as Java prints it
     * @return the innermost cause in one line, its exception's package cut off
     */
    public static String of(String stackTrace) {
        StringBuilder cause = new StringBuilder();
        boolean inMessage = true;
        for (String line : stackTrace.lines().map(String::strip).toList()) {
            if (line.startsWith(CAUSED_BY)) {
                cause.setLength(0);
                inMessage = true;
            } else if (line.startsWith("at ") || line.startsWith("... ")) {
                inMessage = false;
            }
            if (inMessage) {
                cause.append(line).append('\n');
            }
        }
        String text = cause.toString();
        return oneLine(text.startsWith(CAUSED_BY) ? text.substring(CAUSED_BY.length()) : text);
    }

    /** The innermost cause of an exception, in the same form. */
    public static String of(Throwable error) {
        Throwable innermost = error;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return oneLine(innermost.toString());
    }

    private static String oneLine(String cause) {
        String line = withoutPackage(cause.strip().replaceAll("\\s+", " "));
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }

    private static String withoutPackage(String cause) {
        int colon = cause.indexOf(':');
        String name = colon < 0 ? cause : cause.substring(0, colon);
        if (name.contains(" ")) {
            return cause;
        }
        return cause.substring(name.lastIndexOf('.') + 1);
    }
}
