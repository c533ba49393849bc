package io.elt.udf.guarded.strict;

import io.elt.udf.guarded.TypeName;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.types.logical.ArrayType;
import org.apache.flink.table.types.logical.BinaryType;
import org.apache.flink.table.types.logical.CharType;
import org.apache.flink.table.types.logical.DecimalType;
import org.apache.flink.table.types.logical.IntType;
import org.apache.flink.table.types.logical.LocalZonedTimestampType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.MapType;
import org.apache.flink.table.types.logical.MultisetType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.TimestampType;
import org.apache.flink.table.types.logical.VarBinaryType;
import org.apache.flink.table.types.logical.VarCharType;

import java.util.function.Function;

/** The check for each type that Flink's JSON formats decode. */
record TypeChecks(TimestampStandard timestamps, QuotedValues quoted, MissingFields missingFields) {

    /** What a field that is not there stands for. */
    enum MissingFields {
        /** Null, which is fine unless the column is NOT NULL. */
        NULL,
        /** An error: option {@code fail-on-missing-field} of the inner format. */
        REFUSED
    }

    ValueCheck of(LogicalType type) {
        String name = TypeName.of(type.copy(true));
        return switch (type.getTypeRoot()) {
            case BOOLEAN -> new BooleanCheck(name, quoted);
            case TINYINT -> new IntegerCheck(name, Byte.MIN_VALUE, Byte.MAX_VALUE, quoted);
            case SMALLINT -> new IntegerCheck(name, Short.MIN_VALUE, Short.MAX_VALUE, quoted);
            case INTEGER, INTERVAL_YEAR_MONTH -> new IntegerCheck(name, Integer.MIN_VALUE, Integer.MAX_VALUE, quoted);
            case BIGINT, INTERVAL_DAY_TIME -> new IntegerCheck(name, Long.MIN_VALUE, Long.MAX_VALUE, quoted);
            case FLOAT -> FloatingCheck.ofFloat(name, quoted);
            case DOUBLE -> FloatingCheck.ofDouble(name, quoted);
            case DECIMAL -> decimal(name, (DecimalType) type);
            case CHAR -> new TextCheck(name, ((CharType) type).getLength(), ((CharType) type).getLength());
            case VARCHAR -> new TextCheck(name, 0, ((VarCharType) type).getLength());
            case BINARY -> new BytesCheck(name, ((BinaryType) type).getLength(), ((BinaryType) type).getLength());
            case VARBINARY -> new BytesCheck(name, 0, ((VarBinaryType) type).getLength());
            case DATE -> TemporalCheck.date(name);
            case TIME_WITHOUT_TIME_ZONE -> TemporalCheck.time(name);
            case TIMESTAMP_WITHOUT_TIME_ZONE ->
                TemporalCheck.timestamp(name, ((TimestampType) type).getPrecision(), timestamps);
            case TIMESTAMP_WITH_LOCAL_TIME_ZONE ->
                TemporalCheck.zonedTimestamp(name, ((LocalZonedTimestampType) type).getPrecision(), timestamps);
            case ARRAY -> new ArrayCheck(element(((ArrayType) type).getElementType()));
            case MAP -> map(((MapType) type).getKeyType(), element(((MapType) type).getValueType()));
            case MULTISET -> map(((MultisetType) type).getElementType(), element(new IntType(false)));
            case ROW -> row((RowType) type);
            default -> throw new ValidationException("The JSON formats do not decode type " + name + ".");
        };
    }

    ObjectCheck row(RowType type) {
        return members(type, missingFields == MissingFields.REFUSED ? this::requiredMember : this::member);
    }

    /** The fields that a change has touched, with what they were before: the others are not there. */
    ObjectCheck partialRow(RowType type) {
        return members(type, this::touchedMember);
    }

    ElementCheck element(LogicalType type) {
        return new ElementCheck(TypeName.of(type), of(type), type.isNullable());
    }

    private static ObjectCheck members(RowType type, Function<RowType.RowField, ObjectCheck.Member> member) {
        return new ObjectCheck(type.getFields().stream().map(member).toList());
    }

    private ObjectCheck.Member member(RowType.RowField field) {
        return field.getType().isNullable()
                ? ObjectCheck.Member.nullable(field.getName(), TypeName.of(field.getType()), of(field.getType()))
                : ObjectCheck.Member.required(field.getName(), TypeName.of(field.getType()), of(field.getType()));
    }

    private ObjectCheck.Member requiredMember(RowType.RowField field) {
        return field.getType().isNullable()
                ? ObjectCheck.Member.presentOrNull(field.getName(), TypeName.of(field.getType()), of(field.getType()))
                : member(field);
    }

    private ObjectCheck.Member touchedMember(RowType.RowField field) {
        return field.getType().isNullable()
                ? member(field)
                : ObjectCheck.Member.omissible(field.getName(), TypeName.of(field.getType()), of(field.getType()));
    }

    private DecimalCheck decimal(String name, DecimalType type) {
        return new DecimalCheck(name, type.getPrecision(), type.getScale(), quoted);
    }

    private static MapCheck map(LogicalType keyType, ElementCheck element) {
        int longestKey = keyType instanceof VarCharType text ? text.getLength() : Integer.MAX_VALUE;
        return new MapCheck(TypeName.of(keyType), longestKey, element);
    }
}
