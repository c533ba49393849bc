package io.elt.cli.run;

import org.apache.flink.runtime.util.EnvironmentInformation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Of what this process deploys with. */
final class Versions {
    private static final String PAIMON = "/META-INF/maven/org.apache.paimon/paimon-flink-1.20/pom.properties";

    private Versions() {}

    static Map<String, String> ofThis() {
        Map<String, String> versions = new HashMap<>();
        versions.put("flink", EnvironmentInformation.getVersion());
        versions.put("paimon", paimonVersion());
        Optional.ofNullable(Versions.class.getPackage().getImplementationVersion())
                .ifPresent(version -> versions.put("elt", version));
        return versions;
    }

    /** As the build of its jar has written it down. */
    private static String paimonVersion() {
        Properties written = new Properties();
        try (InputStream file = Versions.class.getResourceAsStream(PAIMON)) {
            if (file != null) {
                written.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + PAIMON, e);
        }
        return written.getProperty("version", "");
    }
}
