package io.elt.cli.run;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The folder where everything is kept. */
class EltFolderTest {
    @TempDir
    private Path folder;

    private static Diagnostic problem(Path path) {
        return catchThrowableOfType(EltException.class, () -> EltFolder.writable(path))
                .diagnostics()
                .get(0);
    }

    @Test
    void aFolderIsMadeAndLeftEmpty() {
        Path made = EltFolder.writable(folder.resolve("a/b"));

        assertThat(made).isEmptyDirectory();
        assertThat(EltFolder.writable(made)).isEmptyDirectory();
    }

    @Test
    void aFileInItsPlaceIsTold() throws IOException {
        Path file = Files.createFile(folder.resolve("taken"));

        assertThat(problem(file).code()).isEqualTo(ErrorCode.NOT_WRITABLE);
        assertThat(problem(file).message()).contains(file.toString(), "a file of that name is in the way");
        assertThat(problem(file).hint())
                .hasValueSatisfying(hint -> assertThat(hint).contains("-C"));
    }

    @Test
    void aFileInPlaceOfItsParentIsTold() throws IOException {
        Path below = Files.createFile(folder.resolve("taken")).resolve("below");

        assertThat(problem(below).code()).isEqualTo(ErrorCode.NOT_WRITABLE);
        assertThat(problem(below).message()).contains(below.toString());
    }

    @Test
    void whatIsKeptLiesBelowTheProject() {
        EltFolder elt = EltFolder.of(folder);

        assertThat(elt.warehouse()).startsWithRaw(folder.resolve(".elt"));
        assertThat(elt.state("local")).isNotEqualTo(elt.state("other"));
        assertThat(elt.state("local").root()).startsWith("file://" + folder.resolve(".elt"));
    }
}
