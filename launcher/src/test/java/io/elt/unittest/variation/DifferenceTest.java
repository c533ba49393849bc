package io.elt.unittest.variation;

import io.elt.unittest.Delivery;
import io.elt.unittest.TestTable;
import io.elt.unittest.variation.Difference.Failure;
import io.elt.unittest.variation.Difference.Rows;
import org.apache.flink.table.data.RowData;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Which difference may stand for which. */
class DifferenceTest {
    private final TestTable a = Given.table("a", "id INT, word STRING", "id", Delivery.CHANGELOG);
    private final TestTable b = Given.table("b", "id INT, word STRING", "id", Delivery.CHANGELOG);

    private static Rows rows(TestTable table, List<RowData> written, List<RowData> varied) {
        return new Rows(table, List.of(0, 1), written, varied);
    }

    private static Failure failure(String message) {
        return new Failure(new IllegalStateException("the job failed", new ArithmeticException(message)));
    }

    @Test
    void aSmallerOneOfTheSameKindMay() {
        Rows large = rows(
                a,
                List.of(Given.row(a, 1, "x"), Given.row(a, 2, "x")),
                List.of(Given.row(a, 1, "y"), Given.row(a, 2, "y")));
        Rows small = rows(a, List.of(Given.row(a, 7, "x")), List.of(Given.row(a, 7, "z")));

        assertThat(small.isLike(large)).isTrue();
    }

    @Test
    void aRowThatIsLostIsNotOneThatChanges() {
        Rows changes = rows(a, List.of(Given.row(a, 1, "x")), List.of(Given.row(a, 1, "y")));
        Rows lost = rows(a, List.of(Given.row(a, 1, "x")), List.of());
        Rows tooMuch = rows(a, List.of(), List.of(Given.row(a, 1, "x")));

        assertThat(lost.isLike(changes)).isFalse();
        assertThat(tooMuch.isLike(lost)).isFalse();
        assertThat(changes.isLike(lost)).isFalse();
    }

    @Test
    void aDifferenceInAnotherTableMayNot() {
        assertThat(rows(a, List.of(Given.row(a, 1, "x")), List.of())
                        .isLike(rows(b, List.of(Given.row(b, 1, "x")), List.of())))
                .isFalse();
    }

    @Test
    void aFailureIsKnownByItsInnermostCause() {
        assertThat(failure("/ by zero").text()).isEqualTo("/ by zero");
        assertThat(failure("/ by zero").isLike(failure("/ by zero"))).isTrue();
        assertThat(failure("/ by zero").isLike(failure("overflow"))).isFalse();
    }

    @Test
    void aFailureWithoutAMessageIsKnownByItsKind() {
        assertThat(new Failure(new ArithmeticException()).text()).isEqualTo("ArithmeticException");
    }

    @Test
    void aFailureIsNoDifferenceOfRows() {
        assertThat(failure("/ by zero").isLike(rows(a, List.of(), List.of(Given.row(a, 1, "x")))))
                .isFalse();
        assertThat(rows(a, List.of(), List.of(Given.row(a, 1, "x"))).isLike(failure("/ by zero")))
                .isFalse();
    }
}
