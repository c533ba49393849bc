package io.elt.unittest.variation;

import io.elt.plan.TableName;
import io.elt.unittest.Expectation;
import io.elt.unittest.Outcome;
import io.elt.unittest.Outcome.Failed;
import io.elt.unittest.Outcome.Finished;
import io.elt.unittest.TestTable;
import io.elt.unittest.TypedCase;
import org.apache.flink.table.data.RowData;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** In what a run differs from the one that is as written. */
sealed interface Difference {
    /** Whether two differences are of one nature, so that one can stand for the other: a row that is lost is not one that changes. */
    boolean isLike(Difference other);

    /**
     * Another result.
     *
     * @param columns positions of those that were compared
     * @param written the rows that only the run as written leaves
     * @param varied the rows that only the other run leaves
     */
    record Rows(TestTable table, List<Integer> columns, List<RowData> written, List<RowData> varied)
            implements Difference {
        @Override
        public boolean isLike(Difference other) {
            return other instanceof Rows rows
                    && rows.table().name().equals(table.name())
                    && rows.written().isEmpty() == written.isEmpty()
                    && rows.varied().isEmpty() == varied.isEmpty();
        }
    }

    /** The job fails, which as written it does not. */
    record Failure(Throwable cause) implements Difference {
        @Override
        public boolean isLike(Difference other) {
            return other instanceof Failure failure && failure.text().equals(text());
        }

        /** The innermost cause: what is around it says that a job failed. */
        String text() {
            Throwable root = cause;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        }
    }

    /** Compares the final rows of what the case expects something of, in the columns that it names. */
    static Optional<Difference> between(TypedCase test, Outcome written, Outcome varied) {
        if (!(written instanceof Finished reference)) {
            return Optional.empty();
        }
        if (varied instanceof Failed failed) {
            return Optional.of(new Failure(failed.cause()));
        }
        return test.expectations().stream()
                .map(expectation -> between(
                        test.outputs().get(expectation.table()),
                        columns(test, expectation),
                        rows(reference, expectation.table()),
                        rows((Finished) varied, expectation.table())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static List<RowData> rows(Finished outcome, TableName table) {
        return outcome.tables().get(table).rows();
    }

    private static Optional<Difference> between(
            TestTable table, List<Integer> columns, List<RowData> written, List<RowData> varied) {
        RowMatch match = RowMatch.of(table, columns, written, varied);
        return match.isWhole()
                ? Optional.empty()
                : Optional.of(new Rows(table, columns, match.onlyFirst(), match.onlySecond()));
    }

    /** All, if the case names none: it expects the table to be empty. */
    static List<Integer> columns(TypedCase test, Expectation expectation) {
        List<Integer> named = expectation.rows().stream()
                .flatMap(row -> row.columns().stream())
                .distinct()
                .sorted()
                .collect(Collectors.toList());
        int count = test.outputs().get(expectation.table()).columns().size();
        return named.isEmpty() ? IntStream.range(0, count).boxed().toList() : named;
    }
}
