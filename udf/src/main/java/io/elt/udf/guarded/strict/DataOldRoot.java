package io.elt.udf.guarded.strict;

import io.elt.udf.guarded.Rejection;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonParser;
import org.apache.flink.table.types.logical.RowType;

import java.io.IOException;

/** Maxwell's envelope: the row in {@code data}, in {@code old} what the touched fields were before. */
final class DataOldRoot implements RootCheck {

    private final Envelope envelope;

    DataOldRoot(RowType rowType, TypeChecks types, MetadataMembers metadata) {
        this.envelope = Envelope.builder()
                .rows("data", types.row(rowType))
                .rows("old", types.partialRow(rowType))
                .metadata(metadata)
                .text("type")
                .build();
    }

    @Override
    public Verdict check(JsonParser parser) throws IOException, Rejection {
        envelope.read(parser);
        String type = envelope.requiredText("type");
        switch (type) {
            case "insert", "delete" -> requireRow("data", type);
            case "update" -> {
                requireRow("data", type);
                requireRow("old", type);
            }
            case "bootstrap-start", "bootstrap-complete" -> {
                return Verdict.NO_ROWS;
            }
            case "table-create", "table-alter", "database-create", "database-alter" -> {
                return Verdict.NO_ROWS;
            }
            case "table-drop", "database-drop" -> throw EnvelopeRejection.rowsRemovedUnseen("type", type);
            default -> throw EnvelopeRejection.unknownOperation("type", type);
        }
        return Verdict.DECODE;
    }

    private void requireRow(String member, String type) throws Rejection {
        if (!envelope.has(member)) {
            throw EnvelopeRejection.missingRow(member, type);
        }
        envelope.requireRows(member);
    }
}
