package io.elt.project;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SensitiveNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "CORE_DB_PASSWORD",
                "properties.sasl.jaas.config",
                "s3.access-key",
                "fs.s3a.access.key",
                "s3.secret-key",
                "GITHUB_TOKEN",
                "ssl.key.password",
                "apiKey",
                "fs.azure.account.key"
            })
    void secrets(String name) {
        assertThat(SensitiveName.matches(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"username", "hostname", "primary-key", "topic", "key.format", "server-id"})
    void others(String name) {
        assertThat(SensitiveName.matches(name)).isFalse();
    }
}
