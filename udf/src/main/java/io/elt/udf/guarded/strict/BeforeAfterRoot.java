package io.elt.udf.guarded.strict;

import io.elt.udf.guarded.Rejection;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonParser;
import org.apache.flink.table.types.logical.RowType;

import java.io.IOException;

/**
 * An envelope with the row before and after the change and the operation: Debezium's and Oracle GoldenGate's.
 *
 * <p>NOT NULL holds for {@code before} as well: a retraction with a hole in it would take the wrong amount away downstream. If a
 * source sends only the key there, its other columns are to be declared nullable.
 */
final class BeforeAfterRoot implements RootCheck {

    private enum Change {
        INSERT,
        UPDATE,
        DELETE,
        TRUNCATE,
        NO_ROWS,
        UNKNOWN
    }

    private final String operationMember;
    private final Envelope envelope;

    private BeforeAfterRoot(String operationMember, RowType rowType, TypeChecks types, MetadataMembers metadata) {
        this.operationMember = operationMember;
        this.envelope = Envelope.builder()
                .rows("before", types.row(rowType))
                .rows("after", types.row(rowType))
                .metadata(metadata)
                .text(operationMember)
                .ignored("payload")
                .build();
    }

    static BeforeAfterRoot debezium(RowType rowType, TypeChecks types, MetadataMembers metadata) {
        return new BeforeAfterRoot("op", rowType, types, metadata);
    }

    static BeforeAfterRoot goldenGate(RowType rowType, TypeChecks types, MetadataMembers metadata) {
        return new BeforeAfterRoot("op_type", rowType, types, metadata);
    }

    @Override
    public Verdict check(JsonParser parser) throws IOException, Rejection {
        envelope.read(parser);
        if (operationMember.equals("op") && !envelope.has("op") && envelope.has("payload")) {
            throw EnvelopeRejection.schemaNotIncluded();
        }
        String operation = envelope.requiredText(operationMember);
        switch (change(operation)) {
            case INSERT -> requireAfter(operation);
            case UPDATE -> {
                requireBefore(operation);
                requireAfter(operation);
            }
            case DELETE -> requireBefore(operation);
            case NO_ROWS -> {
                return Verdict.NO_ROWS;
            }
            case TRUNCATE -> throw EnvelopeRejection.rowsRemovedUnseen(operationMember, operation);
            case UNKNOWN -> throw EnvelopeRejection.unknownOperation(operationMember, operation);
        }
        return Verdict.DECODE;
    }

    /** Debezium writes small letters, GoldenGate capital ones. */
    private Change change(String operation) {
        if (operationMember.equals("op")) {
            return switch (operation) {
                case "c", "r" -> Change.INSERT;
                case "u" -> Change.UPDATE;
                case "d" -> Change.DELETE;
                case "t" -> Change.TRUNCATE;
                case "m" -> Change.NO_ROWS;
                default -> Change.UNKNOWN;
            };
        }
        return switch (operation) {
            case "I" -> Change.INSERT;
            case "U" -> Change.UPDATE;
            case "D" -> Change.DELETE;
            case "T" -> Change.TRUNCATE;
            default -> Change.UNKNOWN;
        };
    }

    private void requireBefore(String operation) throws Rejection {
        if (!envelope.has("before")) {
            throw EnvelopeRejection.missingBefore(operation);
        }
        envelope.requireRows("before");
    }

    private void requireAfter(String operation) throws Rejection {
        if (!envelope.has("after")) {
            throw EnvelopeRejection.missingRow("after", operation);
        }
        envelope.requireRows("after");
    }
}
