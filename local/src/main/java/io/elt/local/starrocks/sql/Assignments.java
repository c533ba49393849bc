package io.elt.local.starrocks.sql;

import io.elt.local.starrocks.model.StarRocksException;

import java.util.ArrayList;
import java.util.List;

/** The columns that {@code SET a = 1, t.b = 2} assigns. */
public final class Assignments {
    private Assignments() {}

    /** Reads what stands between SET and the next clause. */
    public static List<String> of(Sql afterSet) throws StarRocksException {
        int size = afterSet.tokens().size();
        int end = Math.min(Range.find(afterSet, 0, size, "WHERE"), Range.find(afterSet, 0, size, "FROM"));
        List<String> columns = new ArrayList<>();
        for (Range assignment : Range.split(afterSet, 0, end)) {
            TokenReader reader = new TokenReader(afterSet.from(assignment.from()));
            String column = reader.identifier();
            while (reader.acceptSymbol(".")) {
                column = reader.identifier();
            }
            columns.add(column);
        }
        return columns;
    }
}
