package io.elt.submit.yarn;

import io.elt.diagnostic.EltException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ClusterJarsTest {
    @TempDir
    private Path home;

    @Test
    void whatOnlyTheEmbeddedStackNeedsStaysHere() throws IOException {
        write("elt-local-0.1.0.jar", "duckdb_jdbc-1.4.4.0.jar", "elt-runner-0.1.0.jar", "flink-yarn-1.20.1.jar");
        Files.writeString(home.resolve("lib/notes.txt"), "no jar");

        ClusterJars jars = ClusterJars.in(home);

        assertThat(jars.files())
                .extracting(file -> file.getFileName().toString())
                .isEqualTo(List.of("elt-runner-0.1.0.jar", "flink-yarn-1.20.1.jar"));
        assertThat(jars.runner()).hasFileName("elt-runner-0.1.0.jar");
        assertThat(jars.nameInShared(jars.distribution())).isEqualTo("flink-dist-1.20.1.jar");
        assertThat(jars.nameInShared(jars.runner())).isEqualTo("elt-runner-0.1.0.jar");
    }

    @Test
    void theChecksumIsThatOfNamesAndContents() throws IOException {
        write("elt-runner-0.1.0.jar", "flink-yarn-1.20.1.jar");
        String before = ClusterJars.in(home).checksum();

        assertThat(ClusterJars.in(home).checksum()).isEqualTo(before);
        Files.writeString(home.resolve("lib/flink-yarn-1.20.1.jar"), "patched, at the same length!");
        String patched = ClusterJars.in(home).checksum();
        assertThat(patched).isNotEqualTo(before);
        Files.move(home.resolve("lib/elt-runner-0.1.0.jar"), home.resolve("lib/elt-runner-0.1.1.jar"));
        assertThat(ClusterJars.in(home).checksum()).isNotEqualTo(patched);
    }

    @Test
    void aFolderWithoutJarsIsNoDistribution() throws IOException {
        assertThatThrownBy(() -> ClusterJars.in(home.resolve("nowhere")))
                .isInstanceOf(EltException.class)
                .hasMessageContaining("ELT7035");
        write("flink-yarn-1.20.1.jar");
        assertThatThrownBy(() -> ClusterJars.in(home).runner())
                .isInstanceOf(EltException.class)
                .hasMessageContaining("no elt-runner-*.jar");
    }

    private void write(String... names) throws IOException {
        Files.createDirectories(home.resolve("lib"));
        for (String name : names) {
            Files.writeString(home.resolve("lib").resolve(name), "content of " + name);
        }
    }
}
