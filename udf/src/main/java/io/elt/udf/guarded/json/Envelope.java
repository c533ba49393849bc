package io.elt.udf.guarded.json;

import io.elt.udf.guarded.ErrorCode;
import io.elt.udf.guarded.Rejection;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.types.DataType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the envelopes of the change formats have in common. */
final class Envelope {

    private static final DataType TEXTS = DataTypes.ARRAY(DataTypes.STRING());

    private Envelope() {}

    /** The members that a metadata column is made from. They count only if the table declares such a column. */
    static List<ObjectCheck.Member> metadataMembers(
            TypeChecks types, List<String> keys, Map<String, MetadataMember> members) {
        List<ObjectCheck.Member> checks = new ArrayList<>();
        keys.stream()
                .map(members::get)
                .filter(member -> member != null)
                .distinct()
                .forEach(member -> {
                    DataType type = member.type();
                    String typeName = type.getLogicalType().asSummaryString();
                    checks.add(ObjectCheck.Member.nullable(member.name(), typeName, types.of(type.getLogicalType())));
                });
        return checks;
    }

    /** A member of the envelope and what the inner format reads it as. */
    record MetadataMember(String name, DataType type) {

        static MetadataMember text(String name) {
            return new MetadataMember(name, DataTypes.STRING());
        }

        static MetadataMember integer(String name) {
            return new MetadataMember(name, DataTypes.BIGINT());
        }

        static MetadataMember texts(String name) {
            return new MetadataMember(name, TEXTS);
        }
    }

    static Rejection unknownOperation(String member, String operation) {
        return Rejection.of(ErrorCode.UNKNOWN_OPERATION, "\"" + operation + "\" is not an operation that gives rows")
                .inField(member);
    }

    static Rejection rowsRemovedUnseen(String member, String operation) {
        return Rejection.of(
                        ErrorCode.UNKNOWN_OPERATION,
                        "\"" + operation + "\" removes rows that the record does not hold; load the table again")
                .inField(member);
    }

    static Rejection missingRow(String member, String operation) {
        return Rejection.of(ErrorCode.MISSING_FIELD, "missing or null, but needed for operation \"" + operation + "\"")
                .inField(member);
    }

    static Rejection missingBefore(String operation) {
        return Rejection.of(
                        ErrorCode.MISSING_FIELD,
                        "missing or null, but needed for operation \"" + operation
                                + "\" (PostgreSQL: set REPLICA IDENTITY FULL on the table)")
                .inField("before");
    }
}
