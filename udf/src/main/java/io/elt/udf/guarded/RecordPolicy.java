package io.elt.udf.guarded;

import io.elt.udf.guarded.json.JsonRecordChecks;
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
        boolean tombstones,
        int maxRecordBytes,
        int maxRawBytes)
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
                changelogMode.contains(RowKind.DELETE),
                options.maxRecordBytes(),
                options.maxRawBytes());
    }

    /** The strict check for the formats that have one; every other record is left to its inner format. */
    RecordCheck check() {
        if (!strict) {
            return payload -> RecordCheck.Verdict.DECODE;
        }
        return JsonRecordChecks.forFormat(innerFormat, innerOptions, innerType, innerMetadata)
                .orElse(payload -> RecordCheck.Verdict.DECODE);
    }
}
