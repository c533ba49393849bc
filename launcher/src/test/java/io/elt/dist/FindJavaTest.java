package io.elt.dist;

import io.elt.dist.Shell.Finished;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import static org.assertj.core.api.Assertions.assertThat;

/** Which Java is taken, and what is said when there is none. The Java of these tests are scripts that tell their name. */
class FindJavaTest {
    @TempDir
    private Path folder;

    private Installation installation;
    private Shell shell;

    @BeforeEach
    void install() throws IOException {
        installation = Installation.make(folder.resolve("elt"));
        shell = Shell.withoutJava(folder);
    }

    /** A Java that says which version it is, as a JDK does, in a file or, as some packages do, only by itself. */
    private Path java(String name, String version) throws IOException {
        Path home = javaWithoutReleaseFile(name, version);
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private Path javaWithoutReleaseFile(String name, String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve("jdks").resolve(name));
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(
                java,
                """
                #!/bin/sh
                if [ "$1" = -version ]; then
                    echo 'openjdk version "%s" 2020-01-01' >&2
                    echo 'OpenJDK Runtime Environment' >&2
                    exit
                fi
                echo "this is %s"
                for option; do echo "option $option"; done
                """
                        .formatted(version, name));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home;
    }

    @Test
    void noJavaIsSaidWithWhatToDo() {
        Finished finished = shell.run(installation.elt(), "ls");

        assertThat(finished.exitCode()).isEqualTo(1);
        assertThat(finished.out()).isEmpty();
        assertThat(finished.err())
                .startsWith("elt: needs Java 17 or newer; none was found.\n")
                .contains("JAVA_HOME (not set)", "https://adoptium.net", "set JAVA_HOME")
                .doesNotContain("Too old");
    }

    @ParameterizedTest
    @CsvSource({"11.0.2, 11.0.2", "1.8.0_392, 1.8.0_392", "16, 16"})
    void anOldJavaIsNamed(String version, String named) throws IOException {
        Path old = java("old", version);
        Path silent = javaWithoutReleaseFile("silent", version);

        Finished finished = shell.with("JAVA_HOME", old)
                .with("PATH", shell.environment().get("PATH") + ":" + silent.resolve("bin"))
                .run(installation.elt(), "ls");

        assertThat(finished.exitCode()).isEqualTo(1);
        assertThat(finished.out()).isEmpty();
        assertThat(finished.err())
                .contains("Too old:\n  " + old + " is Java " + named + "\n")
                .contains("  " + silent + " is Java " + named + "\n");
    }

    @Test
    void aJavaHomeThatIsNoneIsOverlooked() throws IOException {
        Path good = java("good", "17.0.1");

        Finished finished = shell.with("JAVA_HOME", folder.resolve("gone"))
                .with("ELT_JAVA_FOLDERS", good.getParent())
                .run(installation.elt(), "ls");

        assertThat(finished.out()).startsWith("this is good\n");
        assertThat(finished.err()).isEmpty();
    }

    @Test
    void javaHomeComesBeforeThePathAndThatBeforeFolders() throws IOException {
        Path first = java("first", "17.0.1");
        Path second = java("second", "21.0.1");
        Path third = java("third", "17.0.9");
        Files.createDirectories(folder.resolve("apps"));
        Files.move(third, folder.resolve("apps/third"));
        Shell all = shell.with("ELT_JAVA_FOLDERS", folder.resolve("nowhere") + ":" + folder.resolve("apps"))
                .with("PATH", shell.environment().get("PATH") + ":" + second.resolve("bin"))
                .with("JAVA_HOME", first);

        assertThat(all.run(installation.elt()).out()).startsWith("this is first\n");
        assertThat(all.with("JAVA_HOME", "").run(installation.elt()).out()).startsWith("this is second\n");
        assertThat(all.with("JAVA_HOME", "")
                        .with("PATH", shell.environment().get("PATH"))
                        .run(installation.elt())
                        .out())
                .startsWith("this is third\n");
    }

    @Test
    void aJavaOnThePathIsFoundBehindItsLinks() throws IOException {
        Path home = java("behind links", "17.0.1");
        Path alternatives = Files.createDirectories(folder.resolve("alternatives"));
        Files.createSymbolicLink(alternatives.resolve("target"), home.resolve("bin/java"));
        Files.createSymbolicLink(alternatives.resolve("java"), Path.of("target"));

        Finished finished = shell.with("PATH", shell.environment().get("PATH") + ":" + alternatives)
                .run(installation.elt());

        assertThat(finished.out()).startsWith("this is behind links\n");
    }

    @Test
    void aJavaThatHadoopRunsOnIsPreferredToANewerOne() throws IOException {
        Path newest = java("jdk-25", "25");
        java("jdk-21", "21.0.4");
        Shell onlyNewest = shell.with("JAVA_HOME", newest);

        assertThat(onlyNewest.run(installation.elt()).out()).startsWith("this is jdk-25\n");
        assertThat(onlyNewest
                        .with("ELT_JAVA_FOLDERS", newest.getParent())
                        .run(installation.elt())
                        .out())
                .startsWith("this is jdk-21\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17.0.15", "21", "22.0.1", "23-ea", "24.0.1", "25", "26-beta"})
    void eachJavaGetsOptionsThatItKnows(String version) throws IOException {
        int feature = Integer.parseInt(version.split("[.-]")[0]);

        String out = shell.with("JAVA_HOME", java("some", version))
                .run(installation.elt(), "run")
                .out();

        assertThat(out.contains("option --enable-native-access=ALL-UNNAMED")).isEqualTo(feature >= 22);
        assertThat(out.contains("option --sun-misc-unsafe-memory-access=allow")).isEqualTo(feature >= 23);
        assertThat(out.contains("option -Djava.security.manager=allow")).isEqualTo(feature == 23);
    }
}
