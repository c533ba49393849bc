package io.elt.cli.log;

import io.elt.diagnostic.Redactor;
import io.elt.diagnostic.Secret;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configurator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** The log as the distribution is set up to write it. */
class SecretsConverterTest {
    private static final URI SHIPPED =
            Path.of("src/dist/conf/log4j2.properties").toUri();

    @TempDir
    private Path folder;

    @Test
    void messagesAndStackTracesHaveNoSecrets() throws Exception {
        Redactor redactor = new Redactor();
        LoggedSecrets.hide(redactor);
        redactor.learn(Secret.of("planted-one"));
        String before = System.setProperty("elt.log.folder", folder.toString());
        try (LoggerContext context = Configurator.initialize("test", null, SHIPPED)) {
            context.getLogger("io.elt")
                    .atLevel(Level.WARN)
                    .withThrowable(new IllegalStateException(
                            "outer planted-one", new IllegalArgumentException("inner planted-one")))
                    .log("login with {} failed", "planted-one");
        } finally {
            if (before == null) {
                System.clearProperty("elt.log.folder");
            } else {
                System.setProperty("elt.log.folder", before);
            }
            LoggedSecrets.hide(new Redactor());
        }

        assertThat(Files.readString(folder.resolve("elt.log")))
                .contains("WARN ", "io.elt - login with ****** failed", "outer ******", "inner ******", "\tat io.elt")
                .doesNotContain("planted");
    }
}
