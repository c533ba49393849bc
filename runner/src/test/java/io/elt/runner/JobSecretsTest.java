package io.elt.runner;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What travels beside a bundle. */
class JobSecretsTest {
    private static final JobSecrets SECRETS =
            JobSecrets.of(Map.of("DB_PASSWORD", "it's \"ž\"\n", "starrocks_password", "hunter22"));

    @Test
    void theyComeBackAsTheyWere() {
        assertThat(JobSecrets.fromJson(SECRETS.toJson())).isEqualTo(SECRETS).hasSameHashCodeAs(SECRETS);
        assertThat(SECRETS.reveal("DB_PASSWORD")).contains("it's \"ž\"\n");
        assertThat(SECRETS.reveal("OTHER")).isEmpty();
        assertThat(SECRETS.names()).containsExactly("DB_PASSWORD", "starrocks_password");
    }

    @Test
    void theyDoNotShowThemselves() throws Exception {
        assertThat(SECRETS).hasToString("JobSecrets[DB_PASSWORD, starrocks_password]");
        assertThat(new ObjectMapper().writeValueAsString(Map.of("bundled", List.of(SECRETS))))
                .doesNotContain("hunter22");
    }

    @Test
    void theEnvironmentHoldsThemUnderAPrefix() {
        assertThat(JobSecrets.fromVariables(Map.of(
                        "ELT_SECRET_A",
                        "1",
                        "ELT_SECRET_starrocks_password",
                        "2",
                        "ELT_SECRETS_FILE",
                        "/f",
                        "PATH",
                        "x",
                        "ELT_SECRET_",
                        "no name",
                        "ELT_SECRET_a-b",
                        "not of ours")))
                .isEqualTo(JobSecrets.of(Map.of("A", "1", "starrocks_password", "2")));
    }

    @Test
    void aJobGetsOnlyItsOwn() {
        assertThat(SECRETS.only(List.of("DB_PASSWORD", "OTHER")).names()).containsExactly("DB_PASSWORD");
        assertThat(SECRETS.only(List.of())).isEqualTo(JobSecrets.none());
        assertThat(JobSecrets.none().isEmpty()).isTrue();
    }

    @Test
    void laterOnesWin() {
        assertThat(JobSecrets.of(Map.of("A", "1", "B", "1")).with(JobSecrets.of(Map.of("B", "2", "C", "2"))))
                .isEqualTo(JobSecrets.of(Map.of("A", "1", "B", "2", "C", "2")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hunter22", "[\"hunter22\"]", "{\"A\":{\"hunter22\":1}}", "{\"A\":null}", "null", "{\"hunter22"})
    void aFileThatIsNoneIsRefusedWithoutRepeatingIt(String json) {
        assertThatThrownBy(() -> JobSecrets.fromJson(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a file of secrets: it has to be one JSON object of texts")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1A", "a-b", "a.b", "a b", "ž"})
    void aNameMustBeGoodForAnEnvironmentVariable(String name) {
        assertThatThrownBy(() -> JobSecrets.of(Map.of(name, "hunter22")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + name + "' cannot be the name of a secret");
        assertThatThrownBy(() -> Placeholder.of(name)).isInstanceOf(IllegalArgumentException.class);
    }
}
