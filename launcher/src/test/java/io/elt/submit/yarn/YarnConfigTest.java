package io.elt.submit.yarn;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class YarnConfigTest {
    @TempDir
    private Path folder;

    @Test
    void nothingHasToBeSaid() {
        YarnConfig config = SampleTarget.config(Map.of());

        assertThat(config.placement())
                .isEqualTo(new YarnConfig.Placement(Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(config.label().type()).isEqualTo("Apache Flink");
        assertThat(config.lib()).isEmpty();
        assertThat(config.deployTimeout()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void everythingCanBeSaid() throws IOException {
        Path keytab = Files.createFile(folder.resolve("elt.keytab"));

        YarnConfig config = SampleTarget.config(Map.ofEntries(
                Map.entry("queue", "streaming"),
                Map.entry("name", "Deposits"),
                Map.entry("tags", "nightly, bank"),
                Map.entry("application-type", "elt"),
                Map.entry("priority", "3"),
                Map.entry("node-label", "ssd"),
                Map.entry("keytab", keytab.toString()),
                Map.entry("principal", "elt@BANK"),
                Map.entry("proxy-user", "loans"),
                Map.entry("hadoop-conf", folder.toString()),
                Map.entry("lib", "hdfs:///elt/lib"),
                Map.entry("deploy-timeout", "90 s")));

        assertThat(config)
                .isEqualTo(new YarnConfig(
                        new YarnConfig.Label(Optional.of("Deposits"), List.of("nightly", "bank"), "elt"),
                        new YarnConfig.Placement(Optional.of("streaming"), Optional.of("ssd"), Optional.of(3)),
                        new YarnConfig.Login(
                                Optional.of(new YarnConfig.Keytab(keytab, "elt@BANK")), Optional.of("loans")),
                        Optional.of(folder),
                        Optional.of(URI.create("hdfs:///elt/lib")),
                        Duration.ofSeconds(90)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            priority       | high                       | a whole number
            lib            | file:///elt/lib            | a folder of HDFS
            lib            | s3://bucket/lib            | a folder of HDFS
            lib            | hdfs://nameservice         | a folder of HDFS
            tags           | größe                      | words of ASCII
            tags           | a, b, c, d, e, f           | at most 5
            deploy-timeout | soon                       | a duration
            keytab         | /no/such/keytab            | a file that can be read
            principal      | elt@BANK                   | set together
            """)
    void aValueThatYarnWouldNotTakeIsRefusedHere(String key, String value, String expected) {
        assertThatThrownBy(() -> SampleTarget.config(Map.of(key, value)))
                .isInstanceOf(EltException.class)
                .hasMessageContaining("'" + key + "'")
                .hasMessageContaining(expected);
    }

    @Test
    void allProblemsAreToldAtOnceAndAnUnknownKeyNamesTheNearest() {
        assertThatThrownBy(() -> SampleTarget.config(Map.of("quue", "streaming", "priority", "-1")))
                .isInstanceOfSatisfying(EltException.class, e -> assertThat(e.diagnostics())
                        .hasSize(2)
                        .extracting(Diagnostic::message)
                        .anySatisfy(message -> assertThat(message).contains("unknown key 'quue'"))
                        .anySatisfy(message -> assertThat(message).contains("'priority'")));
    }
}
