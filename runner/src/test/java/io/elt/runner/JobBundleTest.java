package io.elt.runner;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The form in which a job travels. */
class JobBundleTest {
    private static final JobBundle BUNDLE = new JobBundle(
            "dws_deposit",
            Map.of("parallelism.default", "2", "a.key", "ž \"quoted\" \\ and\nlines"),
            List.of(
                    "CREATE TABLE `t` (a INT) WITH ('password' = '${elt.secret:DB_PASSWORD}')",
                    "INSERT INTO t SELECT 1"));

    @Test
    void comesBackAsItWas() {
        assertThat(JobBundle.fromJson(BUNDLE.toJson())).isEqualTo(BUNDLE);
    }

    @Test
    void theSameBundleIsTheSameTextWhateverTheOrderOfItsSettings() {
        assertThat(new JobBundle("a", Map.of("x", "1", "y", "2", "z", "3"), List.of()).toJson())
                .isEqualTo("{\"name\":\"a\",\"settings\":{\"x\":\"1\",\"y\":\"2\",\"z\":\"3\"},\"statements\":[]}");
    }

    @Test
    void itsTextForLogsIsShort() {
        assertThat(BUNDLE).hasToString("JobBundle[dws_deposit, 2 statements]");
    }

    @Test
    void itKnowsTheNamesOfTheSecretsThatItHasPlacesFor() {
        JobBundle bundle = new JobBundle(
                "a",
                Map.of("s3.secret-key", "${elt.secret:S3_KEY}", "x", "${elt.secret:}", "y", "$elt.secret:no"),
                List.of("SELECT '${elt.secret:b}${elt.secret:S3_KEY}', ${elt.secret.text:a}"));

        assertThat(bundle.secretNames()).containsExactly("S3_KEY", "a", "b");
        assertThat(new JobBundle("a", Map.of(), List.of("SELECT '${x}'")).secretNames())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            no json                                          | not a job bundle
            {"name":"a","settings":{}}                       | statements
            {"settings":{},"statements":[]}                  | name
            {"name":"a","settings":{},"statements":[],"x":1} | x
            """)
    void whatIsNoBundleIsRefusedWithTheReason(String json, String reason) {
        assertThatThrownBy(() -> JobBundle.fromJson(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aBundleNeedsAName() {
        assertThatThrownBy(() -> new JobBundle(" ", Map.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name");
    }

    @Test
    void aClusterIsStartedWithSecretsOnlyWhereItsWebPageHidesThem() {
        JobBundle bundle = new JobBundle(
                "job",
                Map.of(
                        "s3.secret-key",
                        Placeholder.of("STORE"),
                        "some.header",
                        "Basic " + Placeholder.of("STORE"),
                        "label",
                        Placeholder.START,
                        "parallelism.default",
                        "2"),
                List.of());

        assertThat(bundle.clusterSettings(JobSecrets.of(Map.of("STORE", "s3cr3t")), key -> key.contains("secret")))
                .isEqualTo(Map.of("s3.secret-key", "s3cr3t", "parallelism.default", "2"));
    }
}
