package io.elt.udf.guarded;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RejectionTest {

    @Test
    void pathIsReadFromTheOutside() {
        Rejection rejection = Rejection.of(ErrorCode.WRONG_TYPE, "expected INT");

        assertThat(rejection.reason()).isEqualTo("expected INT");
        assertThat(rejection.inField("id").inField("after").reason()).isEqualTo("after.id: expected INT");
        assertThat(rejection.inElement(2).inField("tags").reason()).isEqualTo("tags[2]: expected INT");
        assertThat(rejection.inField("id").inElement(0).inField("data").reason())
                .isEqualTo("data[0].id: expected INT");
        assertThat(rejection.inElement("b").inElement(1).reason()).isEqualTo("[1][b]: expected INT");
    }

    @Test
    void reasonIsOneLineOfLimitedLength() {
        Rejection rejection = Rejection.of(ErrorCode.INNER_FORMAT, "first\r\nsecond\u0000" + "x".repeat(1000));

        assertThat(rejection.reason())
                .startsWith("first  second x")
                .endsWith("x...")
                .hasSize(400);
    }

    @Test
    void charactersAreNotCutInTwo() {
        assertThat(Excerpt.line("ab\uD83D\uDE00cdef", 6)).isEqualTo("ab...");
        assertThat(Excerpt.line("abcdef", 6)).isEqualTo("abcdef");
    }

    @Test
    void costsNoStackTrace() {
        assertThat(Rejection.empty().getStackTrace()).isEmpty();
    }

    @Test
    void codesAreStable() {
        assertThat(ErrorCode.values())
                .extracting(Enum::name)
                .containsExactly(
                        "EMPTY",
                        "NULL_PAYLOAD",
                        "TOO_LARGE",
                        "NOT_UTF8",
                        "NOT_JSON",
                        "TRUNCATED",
                        "TRAILING_DATA",
                        "WRONG_TYPE",
                        "OVERFLOW",
                        "PRECISION_LOSS",
                        "MISSING_FIELD",
                        "DUPLICATE_FIELD",
                        "UNKNOWN_OPERATION",
                        "INNER_FORMAT");
    }
}
