package io.elt.local.starrocks.sql;

import io.elt.local.starrocks.model.StarRocksException;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * HAVING without GROUP BY filters the result by its columns. MySQL's drivers list tables with it; DuckDB refuses it.
 *
 * @param having the position of the word
 * @param end the position of what follows the condition
 */
record HavingFilter(int having, int end) {
    private static final Set<String> AGGREGATES = Set.of("count", "sum", "min", "max", "avg");

    static Optional<HavingFilter> find(Sql sql) {
        int size = sql.tokens().size();
        int having = Range.find(sql, 0, size, "HAVING");
        if (having == size
                || Range.find(sql, 0, having, "GROUP") < having
                || Range.find(sql, 0, size, "UNION") < size) {
            return Optional.empty();
        }
        int end = Math.min(Range.find(sql, having, size, "ORDER"), Range.find(sql, having, size, "LIMIT"));
        boolean aggregates = sql.tokens().subList(having, end).stream()
                .anyMatch(token -> AGGREGATES.contains(token.text().toLowerCase(Locale.ROOT)));
        return aggregates ? Optional.empty() : Optional.of(new HavingFilter(having, end));
    }

    String rewrite(QueryRewriter rewriter, Sql sql) throws StarRocksException {
        int size = sql.tokens().size();
        int limit = Range.find(sql, end, size, "LIMIT");
        // Sorted inside, where columns are known that are not in the result; DuckDB keeps the order of a filtered
        // result.
        return "SELECT * FROM (" + rewriter.rewrite(sql, 0, having) + rewriter.rewrite(sql, end, limit) + ") WHERE "
                + rewriter.rewrite(sql, having + 1, end)
                + rewriter.rewrite(sql, limit, size);
    }
}
