package io.elt.udf.guarded.json;

import io.elt.udf.guarded.RecordCheck;
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
            String format, Map<String, String> options, QuotedValues quoted, RowType rowType, List<String> metadata) {
        TypeChecks types = new TypeChecks(
                TimestampStandard.ofOption(options.getOrDefault(TimestampStandard.OPTION, "SQL")),
                quoted,
                isSet(options, "fail-on-missing-field") ? MissingFields.REFUSED : MissingFields.NULL);
        Optional<RootCheck> root = Optional.ofNullable(
                switch (format) {
                    case "json" -> plain(types.row(rowType));
                    case "debezium-json" -> debezium(options, rowType, types, metadata);
                    case "ogg-json" ->
                        BeforeAfterRoot.goldenGate(rowType, types, MetadataMembers.ofGoldenGate(types, metadata));
                    case "maxwell-json" -> new DataOldRoot(rowType, types, MetadataMembers.ofMaxwell(types, metadata));
                    case "canal-json" ->
                        new CanalRoot(
                                CanalFilter.ofOptions(options),
                                rowType,
                                types,
                                MetadataMembers.ofCanal(types, metadata));
                    default -> null;
                });
        return root.map(JsonRecordCheck::new);
    }

    private static RootCheck plain(ObjectCheck row) {
        return (JsonParser parser) -> {
            row.check(parser);
            return RootCheck.Verdict.DECODE;
        };
    }

    private static RootCheck debezium(
            Map<String, String> options, RowType rowType, TypeChecks types, List<String> metadata) {
        RootCheck envelope = BeforeAfterRoot.debezium(rowType, types, MetadataMembers.ofDebezium(types, metadata));
        return isSet(options, "schema-include") ? new PayloadRoot(envelope) : envelope;
    }

    private static boolean isSet(Map<String, String> options, String key) {
        return Boolean.parseBoolean(options.get(key));
    }
}
