package io.elt.runner.secret;

import org.junit.jupiter.api.Test;

import java.net.URLEncoder;
import java.util.Base64;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The forms in which other systems repeat a secret. */
class SecretFormsTest {
    private static final String SECRET = "p'w \"q\" \\ž%";

    private final SecretForms forms = new SecretForms();

    private void isHidden(String form) {
        forms.learn(SECRET);
        assertThat(forms.redact("<" + form + ">")).isEqualTo("<******>");
    }

    @Test
    void asItIs() {
        isHidden(SECRET);
    }

    @Test
    void inSql() {
        isHidden("p''w \"q\" \\ž%");
    }

    @Test
    void inJson() {
        isHidden("p'w \\\"q\\\" \\\\ž%");
    }

    @Test
    void inAnAddress() {
        isHidden(URLEncoder.encode(SECRET, UTF_8));
        isHidden(URLEncoder.encode(SECRET, UTF_8).replace("+", "%20"));
    }

    @Test
    void encoded() {
        isHidden(Base64.getEncoder().encodeToString(SECRET.getBytes(UTF_8)));
    }
}
