package io.elt.cli.init;

import io.elt.cli.Called;
import io.elt.diagnostic.Redactor;
import io.elt.project.Overrides;
import io.elt.project.Project;
import io.elt.project.ProjectReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class NewProjectTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/io/elt/cli/init");

    @TempDir
    private Path folder;

    @Test
    void makesAProjectWithTheNameOfItsFolder() {
        Path shop = folder.resolve("deep/shop");

        Called called = Called.elt("init", shop.toString());

        assertThat(called.exitCode()).as(called.err()).isZero();
        assertThat(called.out().lines()).contains("elt.yaml", ".gitignore", "sql/ods_order.sql");
        assertThat(called.err()).contains("cd " + shop, "elt check", "elt run --once");
        Project project = new ProjectReader(new Redactor()).read(shop, Overrides.none());
        assertThat(project.name()).isEqualTo("shop");
        assertThat(project.files().tables())
                .extracting(file -> file.layer().text())
                .contains("ods", "dwd", "dws", "ads");
        assertThat(files(shop).keySet())
                .as("what was told is what was made")
                .containsExactlyInAnyOrder(called.out().lines().toArray(String[]::new));
    }

    @Test
    void everyTemplateIsPartOfItAndTheNameIsFilledInEverywhere() throws IOException {
        Called.elt("init", folder.resolve("a").toString(), "--name", "warehouse-7");

        Map<String, String> files = files(folder.resolve("a"));
        assertThat(files).hasSameSizeAs(files(TEMPLATES));
        assertThat(files.values()).noneMatch(text -> text.contains("__name__"));
        assertThat(files.get("elt.yaml")).contains("name: warehouse-7\n", "topic: warehouse-7.order\n");
    }

    @Test
    void takesAFolderThatIsEmptyOrOnlyARepository() throws IOException {
        Path shop = Files.createDirectories(folder.resolve("shop"));
        Files.createDirectories(shop.resolve(".git"));

        assertThat(Called.elt("init", shop.toString()).exitCode()).isZero();
    }

    @Test
    void theSecondTimeItOverwritesNothingAndSaysThatItIsAProject() throws IOException {
        Path shop = folder.resolve("shop");
        Called.elt("init", shop.toString());
        Files.writeString(shop.resolve("sql/dws_city.sql"), "-- mine");
        Map<String, String> before = files(shop);

        Called again = Called.elt("init", shop.toString());

        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.out()).isEmpty();
        assertThat(again.err())
                .startsWith("error[ELT1010]: the folder " + shop + " is not empty, so nothing was written: .git")
                .contains("it is a project already");
        assertThat(files(shop)).isEqualTo(before);
    }

    @Test
    void refusesAFolderThatHoldsSomethingAndNamesIt() throws IOException {
        for (int i = 1; i <= 7; i++) {
            Files.writeString(folder.resolve(i + ".txt"), "");
        }

        Called called = Called.elt("init", folder.toString(), "--name", "shop");

        assertThat(called.err())
                .contains("1.txt, 2.txt, 3.txt, 4.txt, 5.txt and 2 more")
                .contains("elt init shop");
        assertThat(files(folder)).hasSize(7);
    }

    @Test
    void refusesAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("shop"), "");

        assertThat(Called.elt("init", file.toString()).err()).contains("error[ELT1010]: " + file + " is a file");
    }

    @ParameterizedTest
    @CsvSource({
        "my shop, my_shop",
        "2nd-shop, nd-shop",
        "größe, gr_e",
        "_, my_warehouse",
        "'', my_warehouse",
        "a/b, a_b",
    })
    void suggestsANameWhenOneCannotBeUsed(String name, String suggested) {
        Called called = Called.elt("init", folder.resolve("new").toString(), "--name", name);

        assertThat(called.exitCode()).isEqualTo(2);
        assertThat(called.err())
                .startsWith("error[ELT1011]: '" + name + "' cannot be the name of a project")
                .contains("--name " + suggested + "\n");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void leavesNothingBehindWhenItCannotBeWritten() throws IOException {
        Path shop = folder.resolve("shop");
        Files.createDirectories(shop.resolve(".git"));
        // A link that leads nowhere is no folder and cannot become one.
        Path broken = Files.createSymbolicLink(folder.resolve("broken"), folder.resolve("nowhere/at/all"));

        Called called = Called.elt("init", broken.resolve("shop").toString());

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.err()).startsWith("error[ELT7002]: the project cannot be written to ");
        assertThat(files(folder)).isEmpty();
    }

    private static Map<String, String> files(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            Map<String, String> files = new TreeMap<>();
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
