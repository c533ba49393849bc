package io.elt.unittest;

import io.elt.diagnostic.SourceSpan;
import io.elt.project.Value;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A case as its file says it; what its cells mean is known when its files are planned.
 *
 * @param files names of the tested files
 * @param given by the name of the input
 * @param expect by the name of the output
 * @param variables in place of the project's
 * @param now what the clock shows
 * @param span where its name stands
 */
public record TestCase(
        String name,
        List<Value.Scalar> files,
        List<Rows> given,
        List<Rows> expect,
        Map<String, Value> variables,
        Optional<Instant> now,
        Orders orders,
        SourceSpan span) {
    public TestCase {
        files = List.copyOf(files);
        given = List.copyOf(given);
        expect = List.copyOf(expect);
        variables = new LinkedHashMap<>(variables);
    }

    /**
     * Whether the result may depend on the order of the input.
     *
     * @param isExact whether it may: only the order as written is run, else also others, with restarts, and as a batch
     * @param kept what is known of the order of some inputs
     */
    public record Orders(boolean isExact, List<Kept> kept) {
        public static final Orders ANY = new Orders(false, List.of());
        public static final Orders EXACT = new Orders(true, List.of());

        public Orders {
            kept = List.copyOf(kept);
        }

        /**
         * Rows that are equal in these columns come in the order in which they are written, as records of one key do in a
         * topic.
         *
         * @param table as the case names it
         * @param span where it is named
         */
        public record Kept(String table, SourceSpan span, List<Value.Scalar> columns) {
            public Kept {
                columns = List.copyOf(columns);
            }
        }
    }

    /** What the rows of an expectation are. */
    public enum Kind {
        ROWS,
        CHANGES
    }

    /**
     * Rows of one table.
     *
     * @param table as the case names it
     * @param span where it is named
     * @param items the rows, each a mapping or a row kind with a mapping
     * @param defaults what a row has in the columns that it does not give
     * @param list the list of rows if it stands in the case itself, not in a fixture
     */
    public record Rows(
            String table,
            SourceSpan span,
            Kind kind,
            List<Value> items,
            Optional<Value.Mapping> defaults,
            Optional<Value.Sequence> list) {
        public Rows {
            items = List.copyOf(items);
        }
    }
}
