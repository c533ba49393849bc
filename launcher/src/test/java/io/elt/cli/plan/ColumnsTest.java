package io.elt.cli.plan;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** Cells under each other, within a width. */
class ColumnsTest {
    private static final List<List<String>> ROWS = List.of(
            List.of("Join", "all left rows, each with how often it came", "per account_id"),
            List.of("Rank", "the first row", "per district_id, booked_on"));

    private static List<String> lines(int width) {
        Columns columns = Columns.fit(ROWS, width);
        return ROWS.stream().flatMap(row -> columns.lines(row).stream()).collect(Collectors.toList());
    }

    @Test
    void whatFitsIsOneLineEach() {
        assertThat(lines(100))
                .containsExactly(
                        "Join  all left rows, each with how often it came  per account_id",
                        "Rank  the first row                               per district_id, booked_on");
    }

    @Test
    void theWidestColumnGivesWayAndItsRestGoesBelow() {
        assertThat(lines(60))
                .containsExactly(
                        "Join  all left rows, each with    per account_id",
                        "      how often it came",
                        "Rank  the first row               per district_id, booked_on")
                .allMatch(line -> line.length() <= 60);
    }

    @Test
    void aWordIsNeverCut() {
        assertThat(String.join(" ", lines(1)).split("\\s+"))
                .containsExactlyInAnyOrder(ROWS.stream()
                        .flatMap(List::stream)
                        .flatMap(cell -> List.of(cell.split(" ")).stream())
                        .toArray(String[]::new));
    }

    @Test
    void noRowsNeedNoWidth() {
        assertThat(Columns.fit(List.of(), 10).lines(List.of())).isEmpty();
    }
}
