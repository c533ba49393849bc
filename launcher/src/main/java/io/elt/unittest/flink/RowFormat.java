package io.elt.unittest.flink;

import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.runtime.typeutils.RowDataSerializer;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;

import java.util.List;

/**
 * Copies rows into one form, in which equal rows are equal: the rows of Flink's operators come in many forms and are reused
 * after they were handed over. To be used by one thread.
 */
final class RowFormat {
    private final RowDataSerializer serializer;
    private final RowData.FieldGetter[] getters;

    RowFormat(RowType type) {
        List<LogicalType> types = type.getChildren();
        this.serializer = new RowDataSerializer(type);
        this.getters = new RowData.FieldGetter[types.size()];
        for (int i = 0; i < getters.length; i++) {
            getters[i] = RowData.createFieldGetter(types.get(i), i);
        }
    }

    GenericRowData copy(RowData row) {
        BinaryRowData binary = serializer.toBinaryRow(row).copy();
        GenericRowData copy = new GenericRowData(row.getRowKind(), getters.length);
        for (int i = 0; i < getters.length; i++) {
            copy.setField(i, getters[i].getFieldOrNull(binary));
        }
        return copy;
    }
}
