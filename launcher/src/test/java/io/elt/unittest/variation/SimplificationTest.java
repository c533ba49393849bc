package io.elt.unittest.variation;

import io.elt.unittest.Delivery;
import io.elt.unittest.TestTable;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** How the values of a finding become plain. */
class SimplificationTest {
    private final TestTable table = Given.table(
            "t", "id INT, word STRING NOT NULL, amount DECIMAL(10, 2), booked_on DATE", "id", Delivery.CHANGELOG);

    private List<String> simpler(Bundle bundle) {
        return Simplification.of(Map.of(table.name(), table)).stream()
                .map(simplification -> simplification.apply(bundle))
                .map(each -> each.events().stream()
                        .map(event -> CaseYaml.event(table, event))
                        .toList()
                        .toString())
                .toList();
    }

    @Test
    void eachColumnBesidesKeyAndTimeBecomesNullOrPlain() {
        Bundle bundle = Bundle.of(List.of(Given.add(table, 7, "more than one word", "1234.56", "2024-05-01")))
                .get(0);

        assertThat(simpler(bundle))
                .containsExactly(
                        "[{id: 7, word: a, amount: 1234.56, booked_on: '2024-05-01'}]",
                        "[{id: 7, word: more than one word, booked_on: '2024-05-01'}]",
                        "[{id: 7, word: more than one word, amount: 1.00, booked_on: '2024-05-01'}]");
    }

    @Test
    void bothHalvesOfAnUpdateChangeSoThatTheyStillFit() {
        Bundle bundle = Bundle.of(List.of(
                        Given.before(table, 7, "x", "1234.56", null), Given.after(table, 7, "z", "1234.56", null)))
                .get(0);

        assertThat(simpler(bundle))
                .contains("[-U: {id: 7, word: x, amount: 1.00}, +U: {id: 7, word: z, amount: 1.00}]");
    }

    @Test
    void whatIsPlainAlreadyStaysTheVerySame() {
        Bundle plain =
                Bundle.of(List.of(Given.add(table, 7, "word", null, null))).get(0);

        assertThat(Simplification.of(Map.of(table.name(), table)))
                .allSatisfy(each -> assertThat(each.apply(plain)).isSameAs(plain));
    }

    @Test
    void otherTablesAndWatermarksStayTheVerySame() {
        TestTable other = Given.table("o", "id INT, word STRING", "id", Delivery.CHANGELOG);
        List<Bundle> bundles = Bundle.of(
                List.of(Given.add(other, 1, "more than one word"), Given.watermark(table, "2024-05-01T10:00:00")));

        assertThat(Simplification.of(Map.of(table.name(), table)))
                .allSatisfy(each ->
                        bundles.forEach(bundle -> assertThat(each.apply(bundle)).isSameAs(bundle)));
    }
}
