package io.elt.submit;

import io.elt.diagnostic.NamedSecrets;
import io.elt.diagnostic.Secret;
import org.junit.jupiter.api.Test;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class ClusterSettingsTest {
    private static final NamedSecrets SECRETS = new NamedSecrets(Map.of("KEY", Secret.of("hunter-2")));
    private static final Map<String, String> SETTINGS = Map.of(
            "parallelism.default", "2",
            "s3.secret-key", "hunter-2",
            "env.java.opts.all", "-Dkey=hunter-2");

    @Test
    void aClusterGetsWhatItsWebPageHidesByItself() {
        assertThat(ClusterSettings.shown(SETTINGS, SECRETS)).containsOnlyKeys("parallelism.default", "s3.secret-key");
    }

    @Test
    void whoOnlyPlansGetsNoSecretUnderWhateverName() {
        assertThat(ClusterSettings.withoutSecrets(SETTINGS, SECRETS)).containsOnlyKeys("parallelism.default");
    }
}
