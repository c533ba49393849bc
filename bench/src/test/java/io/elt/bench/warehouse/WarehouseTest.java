package io.elt.bench.warehouse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WarehouseTest {
    private static final Pattern LAKE_TABLE = Pattern.compile("(FROM|JOIN|TABLE) lake\\.(\\w+)\\.(\\w+)");

    private static final Map<String, Set<String>> READS = Map.of(
            "dim", Set.of("ods"),
            "dwd", Set.of("ods", "dim", "dwd"),
            "dws", Set.of("dwd", "dim"),
            "ads", Set.of("dws", "dim"));

    @TempDir
    private Path folder;

    private static Map<String, Long> filesByLayer(Warehouse warehouse) {
        return warehouse.files().keySet().stream()
                .filter(path -> path.matches("sql/[^/]+\\.sql"))
                .collect(Collectors.groupingBy(
                        path -> path.substring(4, path.indexOf('_')), TreeMap::new, Collectors.counting()));
    }

    @Test
    void theSameSeedGivesTheSameFilesAndAnotherSeedOthers() {
        Warehouse one = Warehouse.generate(new WarehouseSize(40, 7, 3));

        assertThat(Warehouse.generate(new WarehouseSize(40, 7, 3)).equals(one)).isTrue();
        assertThat(Warehouse.generate(new WarehouseSize(40, 8, 3)).equals(one)).isFalse();
    }

    @Test
    void theBanksSizeHasThreeHundredAndEightyJobsInFiveLayersAndAboutFourHundredFiles() {
        Warehouse warehouse = Warehouse.generate(new WarehouseSize(380, 1, 0));

        assertThat(filesByLayer(warehouse))
                .isEqualTo(Map.of("ods", 121L, "dim", 38L, "dwd", 106L, "dws", 76L, "ads", 39L));
        assertThat(warehouse.files()).hasSizeBetween(395, 405);
    }

    @Test
    void someTablesHaveHundredsOfColumns() {
        Warehouse warehouse = Warehouse.generate(new WarehouseSize(380, 1, 0));

        List<String> wide = warehouse.files().entrySet().stream()
                .filter(file -> file.getValue().contains("amount_200 DECIMAL(20, 2)"))
                .map(Map.Entry::getKey)
                .toList();

        assertThat(wide).hasSizeBetween(8, 40).anyMatch(path -> path.startsWith("sql/ods_"));
        assertThat(wide).anyMatch(path -> path.startsWith("sql/dwd_"));
    }

    @Test
    void everyLayerReadsTheLayersBelowAndOnlyWhatIsThere() {
        Warehouse warehouse = Warehouse.generate(new WarehouseSize(200, 3, 0));

        warehouse.files().forEach((path, text) -> {
            String layer = path.replaceFirst("sql/(\\w+?)_.*", "$1");
            Matcher read = LAKE_TABLE.matcher(text);
            while (READS.containsKey(layer) && read.find()) {
                assertThat(read.group(2)).as(path).isIn(READS.get(layer));
                assertThat(warehouse.files()).containsKey("sql/" + read.group(2) + "_" + read.group(3) + ".sql");
            }
        });
    }

    @Test
    void aProblemIsInAFileOfItsOwn() {
        Map<String, String> sound =
                Warehouse.generate(new WarehouseSize(60, 1, 0)).files();
        Map<String, String> broken =
                Warehouse.generate(new WarehouseSize(60, 1, 10)).files();

        List<String> changed = sound.keySet().stream()
                .filter(path -> !sound.get(path).equals(broken.get(path)))
                .toList();

        assertThat(broken.keySet()).isEqualTo(sound.keySet());
        assertThat(changed).hasSize(10).allMatch(path -> path.matches("sql/(dwd|dws|ads)_.*"));
    }

    @Test
    void writingItAnewLeavesNothingOfAnotherOne() throws IOException {
        Files.createDirectories(folder.resolve("project/sql"));
        Files.writeString(folder.resolve("project/sql/old.sql"), "SELECT 1;");
        Warehouse warehouse = Warehouse.generate(new WarehouseSize(20, 1, 0));

        warehouse.writeAnew(folder.resolve("project"));

        assertThat(folder.resolve("project/sql/old.sql")).doesNotExist();
        warehouse.files().forEach((path, text) -> assertThat(
                        folder.resolve("project").resolve(path))
                .hasContent(text));
    }

    @Test
    void sizesThatMakeNoWarehouseAreRefused() {
        assertThatThrownBy(() -> new WarehouseSize(19, 1, 0)).hasMessageContaining("at least 20 jobs, not 19");
        assertThatThrownBy(() -> new WarehouseSize(20, 1, 11)).hasMessageContaining("at most half of the 20 jobs");
    }
}
