package io.elt.udf.guarded.strict;

import io.elt.udf.guarded.Rejection;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonParser;
import org.apache.flink.table.types.logical.RowType;

import java.io.IOException;

/** Canal's envelope: several rows in {@code data}, in {@code old} what their touched fields were before. */
final class CanalRoot implements RootCheck {

    private final CanalFilter filter;
    private final ArrayCheck data;
    private final ArrayCheck old;
    private final Envelope envelope;

    CanalRoot(CanalFilter filter, RowType rowType, TypeChecks types, MetadataMembers metadata) {
        this.filter = filter;
        this.data = new ArrayCheck(new ElementCheck("ROW", types.row(rowType), false));
        this.old = new ArrayCheck(new ElementCheck("ROW", types.partialRow(rowType), false));
        this.envelope = Envelope.builder()
                .rows("data", data)
                .rows("old", old)
                .metadata(metadata)
                .text("type")
                .text("database")
                .text("table")
                .build();
    }

    @Override
    public Verdict check(JsonParser parser) throws IOException, Rejection {
        envelope.read(parser);
        if (filter.excludes(envelope.text("database"), envelope.text("table"))) {
            return Verdict.NO_ROWS;
        }
        String type = envelope.requiredText("type");
        return switch (type) {
            case "INSERT", "DELETE" -> {
                requireRows("data", data, type);
                yield Verdict.DECODE;
            }
            case "UPDATE" -> checkUpdate(type);
            case "CREATE", "ALTER", "RENAME", "CINDEX", "DINDEX", "QUERY" -> Verdict.NO_ROWS;
            case "GTID", "XACOMMIT", "XAROLLBACK", "MHEARTBEAT" -> Verdict.NO_ROWS;
            case "TRUNCATE", "ERASE" -> throw EnvelopeRejection.rowsRemovedUnseen("type", type);
            default -> throw EnvelopeRejection.unknownOperation("type", type);
        };
    }

    private Verdict checkUpdate(String type) throws Rejection {
        requireRows("data", data, type);
        requireRows("old", old, type);
        if (data.size() != old.size()) {
            throw EnvelopeRejection.differentSizes(data.size(), old.size());
        }
        // A field that one row has touched counts as touched in all of them when Flink decodes them together.
        return data.size() == 1 ? Verdict.DECODE : Verdict.DECODE_ROW_BY_ROW;
    }

    private void requireRows(String member, ArrayCheck rows, String type) throws Rejection {
        if (!envelope.has(member)) {
            throw EnvelopeRejection.missingRow(member, type);
        }
        envelope.requireRows(member);
        if (rows.size() == 0) {
            throw EnvelopeRejection.missingRow(member, type);
        }
    }
}
