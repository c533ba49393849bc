package io.elt.udf.guarded.json;

import io.elt.udf.guarded.RecordCheck.Verdict;
import io.elt.udf.guarded.Rejection;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonParser;
import org.apache.flink.table.types.logical.RowType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Maxwell's envelope: the row in {@code data}, in {@code old} what the touched fields were before. */
final class DataOldRoot implements RootCheck {

    private static final int DATA = 0;
    private static final int OLD = 1;

    private final TextCapture type = new TextCapture();
    private final ObjectCheck envelope;

    DataOldRoot(RowType rowType, TypeChecks types, List<ObjectCheck.Member> metadata) {
        List<ObjectCheck.Member> members = new ArrayList<>();
        members.add(ObjectCheck.Member.nullable("data", "ROW", types.row(rowType)));
        members.add(ObjectCheck.Member.nullable("old", "ROW", types.partialRow(rowType)));
        members.add(ObjectCheck.Member.required("type", "STRING", type));
        members.addAll(metadata);
        this.envelope = new ObjectCheck(members);
    }

    @Override
    public Verdict check(JsonParser parser) throws IOException, Rejection {
        envelope.check(parser);
        return switch (type.text()) {
            case "insert", "delete" -> requireData();
            case "update" -> {
                if (!envelope.hasValue(OLD)) {
                    throw Envelope.missingRow("old", type.text());
                }
                yield requireData();
            }
            case "bootstrap-start", "bootstrap-complete" -> Verdict.NO_ROWS;
            case "table-create", "table-alter", "database-create", "database-alter" -> Verdict.NO_ROWS;
            case "table-drop", "database-drop" -> throw Envelope.rowsRemovedUnseen("type", type.text());
            default -> throw Envelope.unknownOperation("type", type.text());
        };
    }

    private Verdict requireData() throws Rejection {
        if (!envelope.hasValue(DATA)) {
            throw Envelope.missingRow("data", type.text());
        }
        return Verdict.DECODE;
    }
}
