package io.elt.plan;

import io.elt.runner.lake.LakeFolder;
import org.apache.paimon.catalog.CatalogContext;
import org.apache.paimon.catalog.CatalogFactory;
import org.apache.paimon.options.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Flink and Paimon find the file that is meant, whatever its name. */
class FileAddressTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"plain", "my work", "50%20off", "a#b", "a?b", "größe", "a+b", "[x]", "a:b", "(20)", "𝕏"})
    void flinkAndPaimonFindTheFile(String name) throws Exception {
        Path file =
                Files.writeString(Files.createDirectories(folder.resolve(name)).resolve("x"), "here");

        var inFlink = new org.apache.flink.core.fs.Path(FileAddress.of(file));

        assertThat(inFlink.getFileSystem().getFileStatus(inFlink).getLen()).isEqualTo(4);
        assertThat(FileAddress.path(FileAddress.of(file))).isEqualTo(file);
        assertThat(FileAddress.path(FileAddress.ofLake(file))).isEqualTo(file);
        String lake = FileAddress.ofLake(file.resolveSibling("lake"));
        try (var catalog =
                CatalogFactory.createCatalog(CatalogContext.create(Options.fromMap(Map.of("warehouse", lake))))) {
            catalog.createDatabase("ods", false);
            assertThat(catalog.listDatabases()).containsExactly("ods");
        }
        assertThat(file.resolveSibling("lake/ods.db")).isDirectory();
        try (Stream<Path> children = Files.list(folder)) {
            assertThat(children).containsExactly(folder.resolve(name));
        }
    }

    @Test
    void whatLiesInALakeKeepsItsName() {
        assertThat(LakeFolder.unescape("/(2)/my(20)work/lake/source=a(20)b/x"))
                .isEqualTo("/my work/lake/source=a(20)b/x");
        assertThat(LakeFolder.unescape("/plain/source=a(20)b/x")).isEqualTo("/plain/source=a(20)b/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///a b/c", "file:/a b/c", "elt-file:/(2)/a(20)b/c"})
    void itsPathIsTheSameInAllForms(String address) throws IOException {
        assertThat(FileAddress.path(address)).isEqualTo(Path.of("/a b/c"));
    }
}
