package io.elt.local.bank.generate;

import io.elt.local.bank.decode.StrictDecoder;
import io.elt.local.bank.decode.UndecodableException;
import io.elt.local.bank.event.BankEvents;
import io.elt.local.bank.event.BankRecord;
import io.elt.local.bank.event.BankTable;
import io.elt.local.bank.event.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class MadeUpBankTest {
    private final BankSpec spec = BankSpec.demo();
    private final BankEvents events = new BankEvents(() -> 1L);

    @Test
    void hasTheSizesThatWereAskedFor() {
        assertThat(Arrays.stream(BankTable.values()).map(table -> rows(table).size()))
                .containsExactly(77, 1_200, 1_000, 1_200, 150, 20_000);
        BankSpec tiny = new BankSpec(1, 1, 1, 0, 0, 3, 0);
        assertThat(Arrays.stream(BankTable.values())
                        .map(table -> rows(tiny, table).size()))
                .containsExactly(1, 1, 1, 1, 0, 3);
    }

    @ParameterizedTest
    @EnumSource(BankTable.class)
    void theSameSeedMakesTheSameBankToTheByte(BankTable table) {
        List<BankRecord> first = records(spec, table);
        assertThat(records(spec, table)).isEqualTo(first);
    }

    @Test
    void anotherSeedMakesAnotherBank() {
        for (BankTable table : List.of(BankTable.ACCOUNT, BankTable.CLIENT, BankTable.LOAN, BankTable.TRANSACTION)) {
            assertThat(rows(spec.withSeed(2), table).equals(rows(table))).isFalse();
        }
    }

    @Test
    void everyDistrictHasANameOfItsOwn() {
        List<Row> districts = rows(new BankSpec(1, 1_000, 1, 0, 0, 0, 0), BankTable.DISTRICT);
        assertThat(districts).extracting(row -> row.text("name")).doesNotHaveDuplicates();
        assertThat(rows(BankTable.DISTRICT).stream()
                        .map(row -> row.text("region"))
                        .distinct())
                .hasSize(8);
    }

    @Test
    void everyAccountHasOneOwnerAndAtMostOneDisponent() {
        Map<Long, List<String>> types = rows(BankTable.DISPOSITION).stream()
                .collect(Collectors.groupingBy(
                        row -> row.integer("account_id"),
                        Collectors.mapping(row -> row.text("type"), Collectors.toList())));
        assertThat(types.keySet()).isEqualTo(keys(BankTable.ACCOUNT));
        assertThat(types.values())
                .allSatisfy(of -> assertThat(of).startsWith("OWNER"))
                .allSatisfy(of -> assertThat(of).doesNotHaveDuplicates().hasSizeBetween(1, 2));
        assertThat(types.values().stream().filter(of -> of.contains("DISPONENT")))
                .hasSize(200);
    }

    @Test
    void nothingRefersToWhatIsNotThere() {
        assertRefersTo(BankTable.ACCOUNT, "district_id", BankTable.DISTRICT);
        assertRefersTo(BankTable.CLIENT, "district_id", BankTable.DISTRICT);
        assertRefersTo(BankTable.DISPOSITION, "client_id", BankTable.CLIENT);
        assertRefersTo(BankTable.LOAN, "account_id", BankTable.ACCOUNT);
        assertRefersTo(BankTable.TRANSACTION, "account_id", BankTable.ACCOUNT);
        assertThat(rows(BankTable.LOAN))
                .extracting(row -> row.integer("account_id"))
                .doesNotHaveDuplicates();
    }

    @Test
    void theBalanceFollowsFromTheAmountsAndIsSeldomNegative() {
        Map<Long, BigDecimal> balances = new HashMap<>();
        int negative = 0;
        for (Row row : rows(BankTable.TRANSACTION)) {
            BigDecimal amount = row.decimal("amount");
            assertThat(amount).isPositive();
            BigDecimal before = balances.getOrDefault(row.integer("account_id"), BigDecimal.ZERO);
            BigDecimal after = row.text("type").equals("PRIJEM") ? before.add(amount) : before.subtract(amount);
            assertThat(row.decimal("balance")).isEqualByComparingTo(after);
            balances.put(row.integer("account_id"), after);
            negative += after.signum() < 0 ? 1 : 0;
        }
        assertThat(negative).isLessThan(200);
    }

    @Test
    void transactionsComeInTheOrderOfTheirDaysAfterTheirAccountWasOpened() {
        Map<Long, Row> accounts =
                rows(BankTable.ACCOUNT).stream().collect(Collectors.toMap(Row::key, Function.identity()));
        List<Row> transactions = rows(BankTable.TRANSACTION);
        assertThat(transactions).extracting(row -> row.text("date")).isSorted();
        assertThat(transactions.get(0).text("date")).isEqualTo("930101");
        assertThat(transactions.get(transactions.size() - 1).text("date")).isEqualTo("981231");
        assertThat(transactions).allSatisfy(row -> assertThat(row.text("date"))
                .isGreaterThanOrEqualTo(accounts.get(row.integer("account_id")).text("date")));
    }

    @Test
    void loansAddUpAndRunOrEndAsTheirDatesSay() {
        for (Row loan : rows(BankTable.LOAN)) {
            assertThat(loan.decimal("amount"))
                    .isEqualByComparingTo(
                            loan.decimal("payments").multiply(BigDecimal.valueOf(loan.integer("duration"))));
            boolean isFinished = BankDate.of(loan.text("date"))
                    .plusMonths(loan.integer("duration"))
                    .isBefore(BankDate.LAST_LOADED_DAY);
            assertThat(loan.text("status")).isIn(isFinished ? List.of("A", "B") : List.of("C", "D"));
        }
        assertThat(rows(BankTable.LOAN)).extracting(row -> row.text("status")).contains("A", "B", "C", "D");
    }

    @Test
    void allTypesAndOperationsOfTheRealBankHappen() {
        List<Row> rows = rows(BankTable.TRANSACTION);
        assertThat(rows).extracting(row -> row.text("type")).contains("PRIJEM", "VYDAJ", "VYBER");
        assertThat(rows)
                .extracting(row -> row.text("operation"))
                .contains("VKLAD", "", "PREVOD Z UCTU", "VYBER", "PREVOD NA UCET");
        assertThat(rows).extracting(row -> row.text("k_symbol")).contains("UROK", "SIPO", "SLUZBY", "DUCHOD", " ", "");
        assertThat(rows).allSatisfy(row -> assertThat(row.text("account") != null)
                .isEqualTo(row.text("operation").startsWith("PREVOD")));
    }

    @Test
    void everyCleanEventSaysExactlyItsRow() throws UndecodableException {
        for (BankTable table : BankTable.values()) {
            StrictDecoder decoder = new StrictDecoder(table);
            Iterator<Row> rows = new MadeUpBank(spec).rows(table);
            for (BankRecord record : records(spec.withDirtyRatio(0), table)) {
                assertThat(comparable(decoder.decode(record.value()).present().orElseThrow()))
                        .isEqualTo(comparable(rows.next()));
            }
            assertThat(rows).isExhausted();
        }
    }

    @Test
    void theAskedShareIsDirtyInEveryTopicAndAllKindsAppear() {
        for (BankTable table : BankTable.values()) {
            StrictDecoder decoder = new StrictDecoder(table);
            List<BankRecord> records = records(spec.withDirtyRatio(0.05), table);
            long dirty =
                    records.stream().filter(record -> isDirty(decoder, record)).count();
            assertThat(dirty)
                    .as(table.toString())
                    .isEqualTo(records.size() - rows(table).size());
            assertThat(dirty).isBetween(1L, rows(table).size() / 20L + 1);
        }
    }

    @Test
    void oneRecordOfALargeTopicIsOverAMegabyte() {
        assertThat(records(spec, BankTable.TRANSACTION).stream()
                        .filter(record -> record.value() != null && record.value().length > 1 << 20))
                .hasSize(1);
    }

    @Test
    void aMillionTransactionsAreMadeWithoutKeepingThem() {
        Iterator<Row> rows = new MadeUpBank(spec.withTransactions(1_000_000)).rows(BankTable.TRANSACTION);
        long last = 0;
        while (rows.hasNext()) {
            last = rows.next().key();
        }
        assertThat(last).isEqualTo(1_000_000);
    }

    private static boolean isDirty(StrictDecoder decoder, BankRecord record) {
        try {
            decoder.decode(record.value());
            return false;
        } catch (UndecodableException e) {
            return true;
        }
    }

    // Decimals are read with the column's digits, whatever was written.
    private static List<Object> comparable(Row row) {
        List<Object> values = new ArrayList<>();
        row.table().columns().forEach(column -> {
            Object value = row.value(column.name());
            values.add(value instanceof BigDecimal number ? number.stripTrailingZeros() : value);
        });
        return values;
    }

    private void assertRefersTo(BankTable from, String column, BankTable to) {
        Set<Long> keys = keys(to);
        assertThat(rows(from)).allSatisfy(row -> assertThat(keys).contains(row.integer(column)));
    }

    private Set<Long> keys(BankTable table) {
        Set<Long> keys = new HashSet<>();
        rows(table).forEach(row -> assertThat(keys.add(row.key())).isTrue());
        return keys;
    }

    private List<Row> rows(BankTable table) {
        return rows(spec, table);
    }

    private static List<Row> rows(BankSpec spec, BankTable table) {
        List<Row> rows = new ArrayList<>();
        new MadeUpBank(spec).rows(table).forEachRemaining(rows::add);
        return rows;
    }

    private List<BankRecord> records(BankSpec of, BankTable table) {
        List<BankRecord> records = new ArrayList<>();
        new MadeUpBank(of).read(table, events, records::add);
        return records;
    }
}
