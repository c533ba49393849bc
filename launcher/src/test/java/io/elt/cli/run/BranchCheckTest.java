package io.elt.cli.run;

import io.elt.cli.output.Rows;
import io.elt.local.bank.truth.BranchRow;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What counts as a difference between what StarRocks shows and what must be. */
class BranchCheckTest {
    private static final List<String> COLUMNS = List.of(
            "district_id",
            "district",
            "region",
            "accounts",
            "credits",
            "debits",
            "deposits",
            "loans",
            "loans_granted",
            "loans_running",
            "loans_in_debt",
            "loan_to_deposit",
            "transactions",
            "last_transaction");
    private static final BigDecimal ZERO = new BigDecimal("0.00");
    private static final BranchRow LHOTA = new BranchRow(
            1,
            "Lhota",
            null,
            2,
            new BigDecimal("10.50"),
            ZERO,
            new BigDecimal("10.50"),
            0,
            ZERO,
            ZERO,
            ZERO,
            new BigDecimal("0.0000"),
            1,
            LocalDate.of(1993, 1, 1));

    private static List<Object> shown(int district) {
        return new ArrayList<>(Arrays.asList(
                district,
                "Lhota",
                null,
                2L,
                new BigDecimal("10.50"),
                ZERO,
                new BigDecimal("10.50"),
                0L,
                ZERO,
                ZERO,
                ZERO,
                new BigDecimal("0.0000"),
                1L,
                java.sql.Date.valueOf("1993-01-01")));
    }

    private static List<Object> shownWith(String column, Object value) {
        List<Object> row = shown(1);
        row.set(COLUMNS.indexOf(column), value);
        return row;
    }

    private static List<List<Object>> differences(List<List<Object>> shown, BranchRow... truth) {
        return new BranchCheck(new Rows(COLUMNS, shown))
                .differences(List.of(truth))
                .rows();
    }

    @Test
    void equalCellsAreNoneWhateverTypeTheDriverGives() {
        assertThat(differences(List.of(shown(1)), LHOTA)).isEmpty();
    }

    @Test
    void eachCellThatDiffersIsToldWithBothValues() {
        assertThat(differences(List.of(shownWith("deposits", new BigDecimal("10.49"))), LHOTA))
                .containsExactly(List.of(1L, "deposits", new BigDecimal("10.50"), new BigDecimal("10.49")));
        assertThat(differences(List.of(shownWith("region", "Podhori")), LHOTA)).hasSize(1);
        assertThat(differences(List.of(shownWith("last_transaction", null)), LHOTA))
                .hasSize(1);
        assertThat(differences(List.of(shownWith("accounts", 3L)), LHOTA)).hasSize(1);
    }

    @Test
    void aNumberWithOtherDecimalsIsAnotherNumber() {
        assertThat(differences(List.of(shownWith("credits", new BigDecimal("10.5"))), LHOTA))
                .hasSize(1);
    }

    @Test
    void rowsThatOneSideLacksAreTold() {
        assertThat(differences(List.of(), LHOTA)).containsExactly(List.of(1L, "(row)", "there", "missing"));
        assertThat(differences(List.of(shown(1), shown(2)), LHOTA))
                .containsExactly(List.of(2L, "(row)", "missing", "there"));
    }
}
