package io.elt.udf.guarded.strict;

import io.elt.udf.guarded.ErrorCode;
import io.elt.udf.guarded.Rejection;

/** What can be wrong with a change as a whole. */
final class EnvelopeRejection {

    private EnvelopeRejection() {}

    static Rejection unknownOperation(String member, String operation) {
        return Rejection.of(ErrorCode.UNKNOWN_OPERATION, "\"" + operation + "\" is not an operation that gives rows")
                .inField(member);
    }

    static Rejection rowsRemovedUnseen(String member, String operation) {
        return Rejection.of(
                        ErrorCode.UNKNOWN_OPERATION,
                        "\"" + operation + "\" removes rows that the record does not hold; load the table again")
                .inField(member);
    }

    static Rejection missingRow(String member, String operation) {
        return Rejection.of(ErrorCode.MISSING_FIELD, "missing or null, but needed for operation \"" + operation + "\"")
                .inField(member);
    }

    static Rejection missingBefore(String operation) {
        return Rejection.of(
                        ErrorCode.MISSING_FIELD,
                        "missing or null, but needed for operation \"" + operation
                                + "\" (PostgreSQL: set REPLICA IDENTITY FULL on the table)")
                .inField("before");
    }

    static Rejection differentSizes(int data, int old) {
        return Rejection.of(
                        ErrorCode.MISSING_FIELD,
                        "has " + old + " rows, but \"data\" has " + data + "; an update needs both for each row")
                .inField("old");
    }

    static Rejection schemaNotIncluded() {
        return Rejection.of(
                        ErrorCode.MISSING_FIELD,
                        "missing. The record has a \"payload\": set 'guarded.debezium-json.schema-include' = 'true'")
                .inField("op");
    }
}
