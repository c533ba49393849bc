package io.elt.lineage;

import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.fun.SqlLibrary;
import org.apache.calcite.sql.fun.SqlLibraryOperatorTableFactory;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlOperatorTables;
import org.apache.calcite.util.Optionality;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The functions that a query calls. Calcite has not all of StarRocks', but for lineage it is enough to know which of them look
 * at several rows; what else is called takes anything and gives something.
 */
final class ViewFunctions {
    private static final SqlOperatorTable KNOWN =
            SqlLibraryOperatorTableFactory.INSTANCE.getOperatorTable(EnumSet.of(SqlLibrary.STANDARD, SqlLibrary.MYSQL));

    private static final Set<String> KNOWN_NAMES = KNOWN.getOperatorList().stream()
            .map(operator -> operator.getName().toUpperCase(Locale.ROOT))
            .collect(Collectors.toSet());

    private static final Set<String> AGGREGATES = Set.of(
            "ANY_VALUE",
            "APPROX_COUNT_DISTINCT",
            "ARRAY_AGG",
            "ARRAY_AGG_DISTINCT",
            "BITMAP_AGG",
            "BITMAP_INTERSECT",
            "BITMAP_UNION",
            "BITMAP_UNION_COUNT",
            "BITMAP_UNION_INT",
            "BOOL_OR",
            "COUNT_IF",
            "GROUP_CONCAT",
            "HLL_RAW_AGG",
            "HLL_UNION",
            "HLL_UNION_AGG",
            "MAX_BY",
            "MIN_BY",
            "MULTI_DISTINCT_COUNT",
            "MULTI_DISTINCT_SUM",
            "NDV",
            "PERCENTILE_APPROX",
            "PERCENTILE_CONT",
            "PERCENTILE_DISC",
            "PERCENTILE_UNION",
            "RETENTION",
            "STD",
            "SUM_MAP",
            "VARIANCE",
            "VARIANCE_POP",
            "VARIANCE_SAMP",
            "WINDOW_FUNNEL");

    private ViewFunctions() {}

    static SqlOperatorTable in(String query) {
        List<SqlOperator> more = ViewText.called(query).stream()
                .filter(name -> !KNOWN_NAMES.contains(name))
                .map(name -> AGGREGATES.contains(name) ? new OfManyRows(name) : ofOneRow(name))
                .toList();
        return SqlOperatorTables.chain(KNOWN, SqlOperatorTables.of(more));
    }

    private static SqlOperator ofOneRow(String name) {
        return new SqlFunction(
                name,
                SqlKind.OTHER_FUNCTION,
                ReturnTypes.explicit(SqlTypeName.ANY),
                null,
                OperandTypes.VARIADIC,
                SqlFunctionCategory.USER_DEFINED_FUNCTION);
    }

    private static final class OfManyRows extends SqlAggFunction {
        private static final long serialVersionUID = 1L;

        OfManyRows(String name) {
            super(
                    name,
                    null,
                    SqlKind.OTHER_FUNCTION,
                    ReturnTypes.explicit(SqlTypeName.ANY),
                    null,
                    OperandTypes.VARIADIC,
                    SqlFunctionCategory.USER_DEFINED_FUNCTION,
                    false,
                    false,
                    Optionality.OPTIONAL);
        }
    }
}
