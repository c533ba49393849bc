package io.elt.diagnostic;

import org.junit.jupiter.api.Test;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class NamedSecretsTest {

    private final NamedSecrets secrets =
            new NamedSecrets(Map.of("SHORT", Secret.of("abc"), "LONG", Secret.of("abcdef"), "OTHER", Secret.of("xyz")));

    @Test
    void aSecretIsFoundByItsWholeValue() {
        assertThat(secrets.nameOf("abcdef")).contains("LONG");
        assertThat(secrets.nameOf("abcd")).isEmpty();
        assertThat(secrets.isName("SHORT")).isTrue();
        assertThat(secrets.isName("abc")).isFalse();
    }

    @Test
    void aTextIsCutIntoSecretsAndWhatIsBetween() {
        assertThat(secrets.parts("u:abcdef@abc?xyzabc"))
                .extracting(part -> part.secret().orElse(part.text()))
                .containsExactly("u:", "LONG", "@", "SHORT", "?", "OTHER", "SHORT");
        assertThat(secrets.parts("nothing")).hasToString("[nothing]");
        assertThat(secrets.parts("")).isEmpty();
    }

    @Test
    void theyDoNotShowThemselves() {
        assertThat(secrets.parts("u:abcdef@")).hasToString("[u:, ******, @]");
        assertThat(secrets.toString()).contains("LONG").doesNotContain("abc");
    }
}
