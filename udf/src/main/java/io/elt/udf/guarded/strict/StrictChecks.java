package io.elt.udf.guarded.strict;

import io.elt.udf.guarded.RecordCheck;
import io.elt.udf.guarded.strict.TypeChecks.MissingFields;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonParser;
import org.apache.flink.table.types.logical.RowType;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The strict check for each of Flink's text formats. */
public final class StrictChecks {

    private StrictChecks() {}

    /** Nothing for a format that has no strict check here. */
    public static Optional<RecordCheck> forFormat(
            String format, Map<String, String> options, QuotedValues quoted, RowType rowType, List<String> metadata) {
        if (format.equals("csv")) {
            return Optional.of(csv(options, rowType));
        }
        TypeChecks types = new TypeChecks(
                TimestampStandard.ofOption(options.getOrDefault(TimestampStandard.OPTION, "SQL")),
                quoted,
                isSet(options, "fail-on-missing-field") ? MissingFields.REFUSED : MissingFields.NULL);
        RootCheck root =
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
                };
        return Optional.ofNullable(root).map(JsonRecordCheck::new);
    }

    private static RecordCheck csv(Map<String, String> options, RowType rowType) {
        TypeChecks types = new TypeChecks(TimestampStandard.SQL, QuotedValues.ACCEPTED, MissingFields.REFUSED);
        return new CsvRecordCheck(CsvColumns.schema(rowType, options), CsvColumns.checks(rowType, types));
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
