package io.elt.cli.run;

import io.elt.cli.output.Rows;
import io.elt.local.bank.truth.BranchRow;
import io.elt.serving.StarRocks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The branch table as StarRocks shows it, next to what it must be. */
final class BranchCheck {
    private static final String VIEW = "SELECT * FROM ads.v_branch_asset_liability ORDER BY district_id";
    private static final String KEY = "district_id";

    private final Rows shown;

    BranchCheck(Rows shown) {
        this.shown = shown;
    }

    static BranchCheck read(StarRocks starRocks) {
        StarRocks.Answer answer = starRocks.query(VIEW);
        return new BranchCheck(new Rows(answer.columns(), answer.rows()));
    }

    /** The view's rows, ordered by district. */
    Rows shown() {
        return shown;
    }

    /** Every cell that differs, and every row that one side lacks; no rows if all is right. */
    Rows differences(List<BranchRow> truth) {
        Map<Long, List<Object>> found = new TreeMap<>();
        int key = shown.columns().indexOf(KEY);
        shown.rows().forEach(row -> found.put(((Number) row.get(key)).longValue(), row));
        List<List<Object>> differences = new ArrayList<>();
        for (BranchRow expected : truth) {
            List<Object> row = found.remove(expected.districtId());
            if (row == null) {
                differences.add(Arrays.asList(expected.districtId(), "(row)", "there", "missing"));
                continue;
            }
            cells(expected).forEach((column, value) -> {
                Object cell = row.get(shown.columns().indexOf(column));
                if (!Objects.equals(comparable(value), comparable(cell))) {
                    differences.add(Arrays.asList(expected.districtId(), column, value, cell));
                }
            });
        }
        found.keySet().forEach(district -> differences.add(Arrays.asList(district, "(row)", "missing", "there")));
        return new Rows(List.of(KEY, "column", "expected", "found"), differences);
    }

    private static Map<String, Object> cells(BranchRow row) {
        Map<String, Object> cells = new TreeMap<>();
        cells.put("district", row.district());
        cells.put("region", row.region());
        cells.put("accounts", row.accounts());
        cells.put("credits", row.credits());
        cells.put("debits", row.debits());
        cells.put("deposits", row.deposits());
        cells.put("loans", row.loans());
        cells.put("loans_granted", row.loansGranted());
        cells.put("loans_running", row.loansRunning());
        cells.put("loans_in_debt", row.loansInDebt());
        cells.put("loan_to_deposit", row.loanToDeposit());
        cells.put("transactions", row.transactions());
        cells.put("last_transaction", row.lastTransaction());
        return cells;
    }

    /** Numbers by value, scale included, whatever type the driver gave them; the rest by text. */
    private static String comparable(Object cell) {
        if (cell instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return cell == null ? null : cell.toString();
    }
}
