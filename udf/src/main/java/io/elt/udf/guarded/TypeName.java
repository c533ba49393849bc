package io.elt.udf.guarded;

import org.apache.flink.table.types.logical.LogicalType;

/** A type as it is written in DDL. */
public final class TypeName {

    private TypeName() {}

    public static String of(LogicalType type) {
        String summary = type.asSummaryString();
        return summary.replace("VARCHAR(2147483647)", "STRING").replace("VARBINARY(2147483647)", "BYTES");
    }
}
