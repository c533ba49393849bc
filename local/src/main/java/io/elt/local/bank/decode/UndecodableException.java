package io.elt.local.bank.decode;

/** A record cannot be decoded; the message says why. Carries no stack trace, for a dirty topic has many of them. */
public final class UndecodableException extends Exception {
    private static final long serialVersionUID = 1L;

    private UndecodableException(String reason) {
        super(reason, null, false, false);
    }

    static UndecodableException notJson(String detail) {
        // What follows in parentheses says where in the source the parser was, and there is no source.
        int parenthesis = detail.indexOf(" (");
        return new UndecodableException("not JSON: " + (parenthesis < 0 ? detail : detail.substring(0, parenthesis)));
    }

    static UndecodableException notAnObject(String what) {
        return new UndecodableException(what + " is not a JSON object");
    }

    static UndecodableException empty() {
        return new UndecodableException("the record is empty");
    }

    static UndecodableException noValue() {
        return new UndecodableException("the record has no value");
    }

    static UndecodableException tooLarge(int bytes) {
        return new UndecodableException(
                "the record has " + bytes + " bytes, the limit is " + StrictJson.LARGEST_RECORD);
    }

    static UndecodableException missing(String field) {
        return new UndecodableException(field + " is missing");
    }

    static UndecodableException wrongValue(String field, String expected) {
        return new UndecodableException(field + " is not " + expected);
    }
}
