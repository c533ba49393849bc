package io.elt.diagnostic;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class NearestNameTest {

    private static final List<String> NAMES = List.of("account", "transaction", "loan", "run-on");

    @Test
    void findsAMissingAndASwappedLetter() {
        assertThat(NearestName.of("acount", NAMES)).contains("account");
        assertThat(NearestName.of("laon", NAMES)).contains("loan");
        assertThat(NearestName.of("run_on", NAMES)).contains("run-on");
    }

    @Test
    void ignoresCase() {
        assertThat(NearestName.of("ACCOUNT", NAMES)).contains("account");
    }

    @Test
    void doesNotGuessFromAfar() {
        assertThat(NearestName.of("customer", NAMES)).isEmpty();
        assertThat(NearestName.of("x", List.of("abc"))).isEmpty();
        assertThat(NearestName.of("", NAMES)).isEmpty();
    }

    @Test
    void takesTheNearestAndThenTheFirstByName() {
        assertThat(NearestName.of("dws_loan", List.of("dws_loans", "dwd_loan"))).contains("dwd_loan");
    }
}
