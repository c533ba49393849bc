package io.elt.diagnostic;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProblemsTest {

    private static final Diagnostic FIRST = Diagnostic.error(ErrorCode.USAGE, "first");
    private static final Diagnostic SECOND = Diagnostic.error(ErrorCode.USAGE, "second");

    private final Problems problems = new Problems();

    @Test
    void allAreThrownAtOnce() {
        problems.add(FIRST);
        assertThat(problems.attempt(() -> {
                    throw SECOND.toException();
                }))
                .isEmpty();
        assertThatThrownBy(problems::throwIfErrors)
                .isInstanceOfSatisfying(
                        EltException.class, e -> assertThat(e.diagnostics()).containsExactly(FIRST, SECOND))
                .hasMessage("error[ELT1001]: first\nerror[ELT1001]: second");
    }

    @Test
    void warningsDoNotStop() {
        problems.add(Diagnostic.warning(ErrorCode.USAGE, "careful"));
        problems.throwIfErrors();
        assertThat(problems.found()).hasSize(1);
    }

    @Test
    void aStepThatWorksGivesItsResult() {
        assertThat(problems.attempt(() -> 7)).contains(7);
        assertThat(problems.hasErrors()).isFalse();
    }
}
