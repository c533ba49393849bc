package io.elt.udf.guarded;

import io.elt.udf.guarded.strict.QuotedValues;
import io.elt.udf.guarded.strict.StrictChecks;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.types.RowKind;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What a record must be to be decoded. It is planned as data and travels with the job; the checks themselves are made from it
 * when the job opens.
 */
record RecordPolicy(
        String innerFormat,
        Map<String, String> innerOptions,
        RowType innerType,
        List<String> innerMetadata,
        boolean strict,
        QuotedValues quoted,
        boolean tombstones,
        int maxRecordBytes,
        int maxRawBytes,
        RawRows raw)
        implements Serializable {

    static RecordPolicy of(
            GuardedOptions options,
            InnerFormatOptions innerOptions,
            RowType innerType,
            List<String> innerMetadata,
            ChangelogMode changelogMode) {
        return new RecordPolicy(
                innerOptions.format(),
                Map.copyOf(innerOptions.values().toMap()),
                innerType,
                List.copyOf(innerMetadata),
                options.strict(),
                quoted(options),
                changelogMode.contains(RowKind.DELETE),
                options.maxRecordBytes(),
                options.maxRawBytes(),
                options.raw());
    }

    /** Canal writes every value in quotes, the others none. */
    private static QuotedValues quoted(GuardedOptions options) {
        boolean accepted = options.quotedValues().orElse(options.innerFormat().equals("canal-json"));
        return accepted ? QuotedValues.ACCEPTED : QuotedValues.REFUSED;
    }

    /** The strict check for the formats that have one; every other record is left to its inner format. */
    RecordCheck check() {
        if (!strict) {
            return List::of;
        }
        return StrictChecks.forFormat(innerFormat, innerOptions, quoted, innerType, innerMetadata)
                .orElse(List::of);
    }
}
