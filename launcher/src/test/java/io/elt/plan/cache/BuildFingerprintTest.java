package io.elt.plan.cache;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** What makes another build of what plans. */
class BuildFingerprintTest {
    @TempDir
    private Path folder;

    private Path jar;

    @BeforeEach
    void installElt() throws IOException {
        jar = write("lib/elt-launcher.jar", "elt");
        write("lib/flink.jar", "flink");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static String of(Path... parts) {
        StringBuilder classPath = new StringBuilder();
        for (Path part : parts) {
            classPath.append(part).append(File.pathSeparator);
        }
        return BuildFingerprint.of(classPath.toString()).orElseThrow();
    }

    @Test
    void anotherJarBesideOursIsAnotherBuild() throws IOException {
        String before = of(jar);

        write("lib/flink.jar", "another flink");

        assertThat(of(jar)).isNotEqualTo(before);
    }

    @Test
    void ourOwnJarsAreKnownByTheirContent() throws IOException {
        String before = of(jar);

        write("lib/elt-launcher.jar", "eLt");

        assertThat(of(jar)).isNotEqualTo(before);
    }

    /** In the folder of a build stands all that its tests leave, and comes and goes while they run. */
    @Test
    void foldersBesideOurJarAreNotLookedInto() throws IOException {
        String before = of(jar);

        write("lib/hadoop/data/block", "rows");

        assertThat(of(jar)).isEqualTo(before);
    }

    @Test
    void aFolderOfClassesCountsWithAllThatIsInIt() throws IOException {
        Path classes = write("classes/io/elt/Main.class", "main")
                .resolveSibling("../..")
                .normalize();
        String before = of(classes);

        write("classes/io/elt/udf/Codes.class", "codes");

        assertThat(of(classes)).isNotEqualTo(before);
    }

    @Test
    void whatIsNotThereIsNoMatter() {
        assertThat(of(jar, folder.resolve("no-such.jar"))).isEqualTo(of(jar));
    }
}
