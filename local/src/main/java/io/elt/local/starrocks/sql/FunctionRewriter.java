package io.elt.local.starrocks.sql;

import io.elt.local.starrocks.model.StarRocksException;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Rewrites calls of functions. Most are macros with the same name in the schema {@link Macros#SCHEMA}; aggregates, which
 * a macro cannot stand for in a window, are renamed; what has a syntax of its own is handled by {@link SpecialForms}.
 */
final class FunctionRewriter {
    private static final Map<String, String> RENAMED = Map.ofEntries(
            Map.entry("ndv", "approx_count_distinct"),
            Map.entry("approx_count_distinct", "approx_count_distinct"),
            Map.entry("stddev", "stddev_pop"),
            Map.entry("std", "stddev_pop"),
            Map.entry("variance", "var_pop"),
            Map.entry("variance_pop", "var_pop"),
            Map.entry("variance_samp", "var_samp"),
            Map.entry("max_by", "arg_max"),
            Map.entry("min_by", "arg_min"),
            Map.entry("percentile_approx", "approx_quantile"),
            Map.entry("percentile_cont", "quantile_cont"),
            Map.entry("percentile_disc", "quantile_disc"),
            Map.entry("bitand", "_functions.bit_and_of"),
            Map.entry("rand", "random"));

    /** Standard words that are calls without parentheses. */
    private static final Set<String> BARE = Set.of("current_timestamp", "localtime", "localtimestamp");

    private final QueryRewriter rewriter;
    private final SpecialForms forms;
    private final Set<String> macros = Macros.names();

    FunctionRewriter(QueryRewriter rewriter, SessionContext session) {
        this.rewriter = rewriter;
        this.forms = new SpecialForms(rewriter, session);
    }

    boolean isKnown(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return macros.contains(lower) || forms.has(lower) || RENAMED.containsKey(lower);
    }

    /** Whether a call of a function that needs rewriting stands here. */
    boolean isCall(Sql sql, int position, int to) {
        String lower = sql.tokens().get(position).text().toLowerCase(Locale.ROOT);
        boolean parenthesis =
                position + 1 < to && sql.tokens().get(position + 1).isSymbol("(");
        if (!parenthesis) {
            return BARE.contains(lower);
        }
        return isKnown(lower) && !hasStandardSyntax(sql, position + 1, to);
    }

    /** {@code TRIM(BOTH 'x' FROM s)} and {@code SUBSTRING(s FROM 2)} are the same in DuckDB. */
    private static boolean hasStandardSyntax(Sql sql, int open, int to) {
        int depth = 0;
        for (int i = open; i < to; i++) {
            Token token = sql.tokens().get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0) {
                return false;
            }
            if (depth == 1 && token.isWord("FROM")) {
                return true;
            }
        }
        return false;
    }

    int rewrite(Sql sql, int position, int to, StringBuilder out) throws StarRocksException {
        String name = sql.tokens().get(position).text().toLowerCase(Locale.ROOT);
        if (position + 1 >= to || !sql.tokens().get(position + 1).isSymbol("(")) {
            out.append(Macros.SCHEMA).append(".now()");
            return position + 1;
        }
        int end = Range.after(sql, position + 1, to, "(", ")");
        Range inside = new Range(position + 2, end - 1);
        if (forms.has(name)) {
            out.append(forms.rewrite(name, sql, inside));
            return end;
        }
        if (RENAMED.containsKey(name)) {
            out.append(RENAMED.get(name));
            return position + 1;
        }
        out.append(Macros.SCHEMA).append('.').append(name).append('(');
        out.append(String.join(",", arguments(rewriter, sql, inside))).append(')');
        return end;
    }

    static List<String> arguments(QueryRewriter rewriter, Sql sql, Range inside) throws StarRocksException {
        List<String> arguments = new ArrayList<>();
        for (Range argument : Range.split(sql, inside.from(), inside.to())) {
            arguments.add(rewriter.rewrite(sql, argument.from(), argument.to()));
        }
        return arguments;
    }
}
