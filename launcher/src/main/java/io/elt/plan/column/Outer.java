package io.elt.plan.column;

import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCorrelVariable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of queries around a query, to which it may refer.
 *
 * @param known by the name that the tree gives them
 * @param around the others, innermost first: a query in the SELECT list refers to rows for which the tree gives no name, so they
 *     are told by the columns that they have
 */
record Outer(Map<CorrelationId, RowFlow> known, List<Around> around) {
    private record Around(RelDataType type, RowFlow rows) {}

    static Outer none() {
        return new Outer(Map.of(), List.of());
    }

    Outer with(CorrelationId id, RowFlow rows) {
        Map<CorrelationId, RowFlow> more = new HashMap<>(known);
        more.put(id, rows);
        return new Outer(more, around);
    }

    Outer inside(RelDataType type, RowFlow rows) {
        List<Around> more = new ArrayList<>(List.of(new Around(type, rows)));
        more.addAll(around);
        return new Outer(known, more);
    }

    RowFlow rows(RexCorrelVariable variable) {
        if (known.containsKey(variable.id)) {
            return known.get(variable.id);
        }
        return around.stream()
                .filter(each ->
                        each.type.getFieldNames().equals(variable.getType().getFieldNames()))
                .findFirst()
                .map(Around::rows)
                .orElseThrow(
                        () -> new UnsupportedOperationException(
                                "the columns of this query cannot be followed: a query inside it refers to rows that are not found"));
    }
}
