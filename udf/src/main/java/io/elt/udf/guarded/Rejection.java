package io.elt.udf.guarded;

import java.io.Serial;

/**
 * Why a record is not decoded: a stable code and one short line for a human. It is the answer of a check and not a failure of
 * the program, so it carries no stack trace; dirty input would pay dearly for it.
 */
public final class Rejection extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int LONGEST_REASON = 400;

    private final ErrorCode code;
    private final String path;
    private final String detail;

    private Rejection(ErrorCode code, String path, String detail) {
        super(null, null, false, false);
        this.code = code;
        this.path = path;
        this.detail = detail;
    }

    public static Rejection of(ErrorCode code, String detail) {
        return new Rejection(code, "", detail);
    }

    public static Rejection empty() {
        return of(ErrorCode.EMPTY, "empty record");
    }

    public static Rejection nullPayload() {
        return of(ErrorCode.NULL_PAYLOAD, "no payload (null)");
    }

    public static Rejection tooLarge(long bytes, long limit) {
        return of(ErrorCode.TOO_LARGE, "record of " + bytes + " bytes exceeds " + limit);
    }

    public static Rejection innerFormatFailed(String innerFormat, String cause) {
        return of(ErrorCode.INNER_FORMAT, innerFormat + ": " + cause);
    }

    public static Rejection missing(String typeName) {
        return of(ErrorCode.MISSING_FIELD, "missing, but declared " + typeName);
    }

    public static Rejection isNull(String typeName) {
        return of(ErrorCode.MISSING_FIELD, "null, but declared " + typeName);
    }

    /** The same rejection, seen from the object that holds the field. */
    public Rejection inField(String name) {
        if (path.isEmpty() || path.startsWith("[")) {
            return new Rejection(code, name + path, detail);
        }
        return new Rejection(code, name + "." + path, detail);
    }

    /** The same rejection, seen from the array or map that holds the element. */
    public Rejection inElement(Object key) {
        String element = "[" + key + "]";
        if (path.isEmpty() || path.startsWith("[")) {
            return new Rejection(code, element + path, detail);
        }
        return new Rejection(code, element + "." + path, detail);
    }

    /** The same rejection, of a record that is not kept whole: what is lost is said. */
    public Rejection withRawCutTo(int bytes) {
        return new Rejection(code, path, detail + "; raw was cut to " + bytes + " bytes");
    }

    public ErrorCode code() {
        return code;
    }

    /** One line, of limited length, without control characters: it is read in a terminal and stored in a column. */
    public String reason() {
        String text = path.isEmpty() ? detail : path + ": " + detail;
        return Excerpt.line(text, LONGEST_REASON);
    }

    @Override
    public String getMessage() {
        return reason();
    }
}
