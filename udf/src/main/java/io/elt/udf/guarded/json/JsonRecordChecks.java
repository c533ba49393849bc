package io.elt.udf.guarded.json;

import io.elt.udf.guarded.RecordCheck;
import io.elt.udf.guarded.RecordCheck.Verdict;
import io.elt.udf.guarded.json.BeforeAfterRoot.Operations.Change;
import io.elt.udf.guarded.json.Envelope.MetadataMember;
import io.elt.udf.guarded.json.TypeChecks.MissingFields;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonParser;
import org.apache.flink.table.types.logical.RowType;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The strict check for each of Flink's JSON formats. */
public final class JsonRecordChecks {

    private JsonRecordChecks() {}

    /** Nothing for a format that is not of the JSON family. */
    public static Optional<RecordCheck> forFormat(
            String format, Map<String, String> options, RowType rowType, List<String> metadata) {
        TypeChecks types = new TypeChecks(
                TimestampStandard.ofOption(options.getOrDefault(TimestampStandard.OPTION, "SQL")),
                format.equals("canal-json") ? QuotedValues.ACCEPTED : QuotedValues.REFUSED,
                Boolean.parseBoolean(options.get("fail-on-missing-field"))
                        ? MissingFields.REFUSED
                        : MissingFields.NULL);
        return switch (format) {
            case "json" -> Optional.of(new JsonRecordCheck(row(types.row(rowType))));
            case "debezium-json" -> Optional.of(new JsonRecordCheck(debezium(options, rowType, types, metadata)));
            case "ogg-json" -> Optional.of(new JsonRecordCheck(goldenGate(rowType, types, metadata)));
            case "maxwell-json" -> Optional.of(new JsonRecordCheck(maxwell(rowType, types, metadata)));
            default -> Optional.empty();
        };
    }

    private static RootCheck row(ObjectCheck row) {
        return (JsonParser parser) -> {
            row.check(parser);
            return Verdict.DECODE;
        };
    }

    private static RootCheck debezium(
            Map<String, String> options, RowType rowType, TypeChecks types, List<String> metadata) {
        List<ObjectCheck.Member> members = Envelope.metadataMembers(
                types, metadata, Map.of("ingestion-timestamp", MetadataMember.integer("ts_ms")));
        RootCheck envelope = new BeforeAfterRoot("op", JsonRecordChecks::debeziumChange, rowType, types, members);
        if (Boolean.parseBoolean(options.get("schema-include"))) {
            return new PayloadRoot(envelope, List.of());
        }
        return envelope;
    }

    private static Change debeziumChange(String operation) {
        return switch (operation) {
            case "c", "r" -> Change.INSERT;
            case "u" -> Change.UPDATE;
            case "d" -> Change.DELETE;
            case "t" -> Change.TRUNCATE;
            case "m" -> Change.NO_ROWS;
            default -> Change.UNKNOWN;
        };
    }

    private static RootCheck goldenGate(RowType rowType, TypeChecks types, List<String> metadata) {
        List<ObjectCheck.Member> members = Envelope.metadataMembers(
                types,
                metadata,
                Map.of(
                        "table", MetadataMember.text("table"),
                        "primary-keys", MetadataMember.texts("primary_keys"),
                        "ingestion-timestamp", MetadataMember.text("current_ts"),
                        "event-timestamp", MetadataMember.text("op_ts")));
        return new BeforeAfterRoot("op_type", JsonRecordChecks::goldenGateChange, rowType, types, members);
    }

    private static Change goldenGateChange(String operation) {
        return switch (operation) {
            case "I" -> Change.INSERT;
            case "U" -> Change.UPDATE;
            case "D" -> Change.DELETE;
            case "T" -> Change.TRUNCATE;
            default -> Change.UNKNOWN;
        };
    }

    private static RootCheck maxwell(RowType rowType, TypeChecks types, List<String> metadata) {
        List<ObjectCheck.Member> members = Envelope.metadataMembers(
                types,
                metadata,
                Map.of(
                        "database", MetadataMember.text("database"),
                        "table", MetadataMember.text("table"),
                        "primary-key-columns", MetadataMember.texts("primary_key_columns"),
                        "ingestion-timestamp", MetadataMember.integer("ts")));
        return new DataOldRoot(rowType, types, members);
    }
}
