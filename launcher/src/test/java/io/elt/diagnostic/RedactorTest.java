package io.elt.diagnostic;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RedactorTest {

    private final Redactor redactor = new Redactor();

    @Test
    void removesAValueWhereverItStands() {
        redactor.learn(Secret.of("hunter22"));
        assertThat(redactor.redact("jdbc:mysql://u:hunter22@db?password=hunter22"))
                .isEqualTo("jdbc:mysql://u:******@db?password=******");
    }

    @Test
    void removesItsQuotedAndEncodedForms() {
        redactor.learn(Secret.of("it's a \"pass\" word"));
        assertThat(redactor.redact("'password' = 'it''s a \"pass\" word'")).isEqualTo("'password' = '******'");
        assertThat(redactor.redact("{\"p\":\"it's a \\\"pass\\\" word\"}")).isEqualTo("{\"p\":\"******\"}");
        assertThat(redactor.redact("?p=it%27s+a+%22pass%22+word")).isEqualTo("?p=******");
        assertThat(redactor.redact("Basic aXQncyBhICJwYXNzIiB3b3Jk")).isEqualTo("Basic ******");
    }

    @Test
    void aLongerSecretIsNotCutByAShorterOne() {
        redactor.learn(Secret.of("abcdef"));
        redactor.learn(Secret.of("abcdefghi"));
        assertThat(redactor.redact("abcdefghi")).isEqualTo(Secret.REDACTED);
    }

    @Test
    void aShortSecretMustStandAlone() {
        redactor.learn(Secret.of("root"));
        assertThat(redactor.redact("user 'root' owns rooted trees")).isEqualTo("user '******' owns rooted trees");
    }

    @Test
    void lineNumbersSurvive() {
        redactor.learn(Secret.of("1"));
        redactor.learn(Secret.of(""));
        assertThat(redactor.redact("elt.yaml:1:1")).isEqualTo("elt.yaml:1:1");
    }

    @Test
    void aSecretDoesNotPrintItself() {
        assertThat(Secret.of("x"))
                .hasToString("******")
                .isEqualTo(Secret.of("x"))
                .isNotEqualTo(Secret.of("y"));
        assertThat(Secret.of("x").reveal()).isEqualTo("x");
    }
}
