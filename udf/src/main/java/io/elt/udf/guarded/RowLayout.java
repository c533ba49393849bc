package io.elt.udf.guarded;

import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.types.RowKind;

import java.io.Serializable;
import java.util.List;

/**
 * Where each field of a produced row comes from: a field of the inner format's row, or what guarded itself says. The two mix,
 * for the planner appends the metadata columns in the order in which the table declares them.
 */
record RowLayout(List<Field> fields) implements Serializable {

    RowLayout {
        fields = List.copyOf(fields);
    }

    /** One field of the produced row; exactly one of {@code inner} and {@code own} is set. */
    record Field(LogicalType type, Inner inner, GuardedMetadata own) implements Serializable {

        static Field ofInner(int position, LogicalType type) {
            return new Field(type, new Inner(position, RowData.createFieldGetter(type, position)), null);
        }

        static Field ofOwn(GuardedMetadata metadata) {
            return new Field(metadata.dataType().getLogicalType(), null, metadata);
        }
    }

    record Inner(int position, RowData.FieldGetter getter) implements Serializable {}

    /** The rows themselves; made when the job opens, as zero values cannot be serialized. */
    RowMaker open() {
        return new RowMaker(fields.toArray(Field[]::new));
    }

    static final class RowMaker {

        private final Field[] fields;
        private final Object[] zeros;

        private RowMaker(Field[] fields) {
            this.fields = fields;
            this.zeros = new Object[fields.length];
            for (int index = 0; index < fields.length; index++) {
                zeros[index] = ZeroValue.of(fields[index].type());
            }
        }

        /** Always a {@link GenericRowData}: the Kafka connector casts to it. */
        GenericRowData good(RowData row, byte[] raw) {
            GenericRowData produced = new GenericRowData(row.getRowKind(), fields.length);
            if (row instanceof GenericRowData generic) {
                for (int index = 0; index < fields.length; index++) {
                    Inner inner = fields[index].inner();
                    produced.setField(
                            index,
                            inner == null ? fields[index].own().onGoodRow(raw) : generic.getField(inner.position()));
                }
                return produced;
            }
            for (int index = 0; index < fields.length; index++) {
                Inner inner = fields[index].inner();
                produced.setField(
                        index,
                        inner == null
                                ? fields[index].own().onGoodRow(raw)
                                : inner.getter().getFieldOrNull(row));
            }
            return produced;
        }

        GenericRowData bad(Rejection rejection, byte[] raw) {
            GenericRowData produced = new GenericRowData(RowKind.INSERT, fields.length);
            for (int index = 0; index < fields.length; index++) {
                GuardedMetadata own = fields[index].own();
                produced.setField(index, own == null ? zeros[index] : own.onBadRow(rejection, raw));
            }
            return produced;
        }
    }
}
