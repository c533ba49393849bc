package io.elt.runner.s3;

import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** What a user writes, and what the client of the store is told. */
class S3SettingsTest {
    @AfterEach
    void forget() {
        S3Settings.of(Map.of()).useInProcess();
    }

    @ParameterizedTest
    @CsvSource({
        "s3.endpoint,               fs.s3a.endpoint",
        "s3a.endpoint,              fs.s3a.endpoint",
        "fs.s3a.endpoint,           fs.s3a.endpoint",
        "s3.access-key,             fs.s3a.access.key",
        "s3.access.key,             fs.s3a.access.key",
        "s3.secret-key,             fs.s3a.secret.key",
        "s3.session-token,          fs.s3a.session.token",
        "s3.path.style.access,      fs.s3a.path.style.access",
        "s3.path-style-access,      fs.s3a.path.style.access",
        "s3.region,                 fs.s3a.endpoint.region",
        "s3.connection.ssl.enabled, fs.s3a.connection.ssl.enabled",
    })
    void theNamesOfFlinkPaimonAndHadoopMeanTheSame(String written, String meant) {
        assertThat(S3Settings.of(Map.of(written, "x")).hadoop()).isEqualTo(Map.of(meant, "x"));
    }

    @Test
    void whatIsAboutSomethingElseOrEmptyIsLeftOut() {
        Map<String, String> options = Map.of("warehouse", "s3://lake", "oss.endpoint", "x", "s3.region", "");

        assertThat(S3Settings.of(options).isEmpty()).isTrue();
    }

    @Test
    void aCatalogTakesOverWhatFlinkWasGivenAndItsOwnWins() {
        S3Settings.of(Map.of("s3.endpoint", "http://flinks", "s3.access-key", "me"))
                .useInProcess();

        assertThat(S3Settings.ofCatalog(Map.of("s3.endpoint", "http://its-own")).hadoop())
                .isEqualTo(Map.of("fs.s3a.endpoint", "http://its-own", "fs.s3a.access.key", "me"));
    }

    /** As Flink does it in a process whose settings nobody has read yet. */
    @Test
    void aFileSystemThatIsToldNothingForgetsNothing() {
        S3FileSystemFactory factory = new S3FileSystemFactory();
        factory.configure(Configuration.fromMap(Map.of("s3.endpoint", "http://flinks", "parallelism.default", "1")));
        new S3FileSystemFactory.OfHadoop().configure(new Configuration());

        assertThat(S3Settings.ofCatalog(Map.of()).endpoint()).contains("http://flinks");
    }

    @Test
    void theClientLooksForKeysAndGivesUpSoonUnlessToldOtherwise() {
        var told = S3Settings.of(Map.of("s3.retry.limit", "9", "s3.access-key", "me"))
                .toHadoop();

        assertThat(told.get("fs.s3a.retry.limit")).isEqualTo("9");
        assertThat(told.get("fs.s3a.attempts.maximum")).isEqualTo("3");
        assertThat(told.get("fs.s3a.aws.credentials.provider"))
                .contains("SimpleAWSCredentialsProvider", "DefaultAWSCredentialsProviderChain");
        assertThat(S3Settings.of(Map.of("s3.retry.limit", "9"))
                        .impatient()
                        .toHadoop()
                        .getInt("fs.s3a.retry.limit", 0))
                .isEqualTo(1);
    }

    @Test
    void valuesAreNotPrinted() {
        assertThat(S3Settings.of(Map.of("s3.secret-key", "hunter-2")).toString())
                .isEqualTo("S3Settings[fs.s3a.secret.key]");
    }
}
