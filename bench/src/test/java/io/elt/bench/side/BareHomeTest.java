package io.elt.bench.side;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

import static org.assertj.core.api.Assertions.assertThat;

class BareHomeTest {
    @TempDir
    private Path folder;

    @Test
    void eltsOwnStartScriptStartsTheBarePipelineInTheSamePlace() throws IOException {
        Path scripts = Path.of("../launcher/src/dist").toRealPath();

        Path home = BareHome.make(
                folder.resolve("bare"), scripts, "/a/elt-bench.jar:/a/elt-launcher.jar", BarePipeline.class);

        assertThat(home.resolve("bin/elt")).isExecutable().hasSameTextualContentAs(scripts.resolve("bin/elt"));
        assertThat(home.resolve("libexec/java.sh")).exists();
        assertThat(home.resolve("conf/log4j2.properties")).exists();
        try (JarFile jar = new JarFile(home.resolve("lib/elt-launcher.jar").toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            assertThat(manifest.getValue("Main-Class")).isEqualTo(BarePipeline.class.getName());
            assertThat(manifest.getValue("Class-Path")).isEqualTo("file:///a/elt-bench.jar file:///a/elt-launcher.jar");
        }
    }

    @Test
    void itCanBeMadeAgain() throws IOException {
        Path scripts = Path.of("../launcher/src/dist").toRealPath();
        BareHome.make(folder, scripts, "/a.jar", BarePipeline.class);
        BareHome.make(folder, scripts, "/b.jar", BarePipeline.class);
        assertThat(Files.list(folder.resolve("bin"))).hasSize(1);
    }
}
