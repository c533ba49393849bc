package io.elt.lake;

import org.apache.paimon.types.DataType;
import org.apache.paimon.types.DataTypeChecks;
import org.apache.paimon.types.DataTypeRoot;

import java.util.List;

/** Which types hold all values of another one as they are. */
final class Widening {
    private static final List<DataTypeRoot> INTEGERS =
            List.of(DataTypeRoot.TINYINT, DataTypeRoot.SMALLINT, DataTypeRoot.INTEGER, DataTypeRoot.BIGINT);

    private Widening() {}

    /** Whether every value survives the way from one type to the other; whether NULL does is not looked at. */
    static boolean isLossless(DataType from, DataType to) {
        DataTypeRoot source = from.getTypeRoot();
        DataTypeRoot target = to.getTypeRoot();
        if (source != target) {
            return isWider(source, target);
        }
        return switch (source) {
            case VARCHAR, VARBINARY -> DataTypeChecks.getLength(to) >= DataTypeChecks.getLength(from);
            case DECIMAL ->
                DataTypeChecks.getScale(to) >= DataTypeChecks.getScale(from) && wholeDigits(to) >= wholeDigits(from);
            case TIMESTAMP_WITHOUT_TIME_ZONE, TIMESTAMP_WITH_LOCAL_TIME_ZONE, TIME_WITHOUT_TIME_ZONE ->
                DataTypeChecks.getPrecision(to) >= DataTypeChecks.getPrecision(from);
            // Rows, arrays, maps: their parts may lose something.
            default -> from.copy(true).equals(to.copy(true));
        };
    }

    private static boolean isWider(DataTypeRoot source, DataTypeRoot target) {
        if (source == DataTypeRoot.FLOAT) {
            return target == DataTypeRoot.DOUBLE;
        }
        int from = INTEGERS.indexOf(source);
        return from >= 0 && INTEGERS.indexOf(target) > from;
    }

    private static int wholeDigits(DataType decimal) {
        return DataTypeChecks.getPrecision(decimal) - DataTypeChecks.getScale(decimal);
    }
}
