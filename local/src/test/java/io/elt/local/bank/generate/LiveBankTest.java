package io.elt.local.bank.generate;

import io.elt.local.bank.decode.Change;
import io.elt.local.bank.decode.StrictDecoder;
import io.elt.local.bank.decode.UndecodableException;
import io.elt.local.bank.event.BankEvents;
import io.elt.local.bank.event.BankRecord;
import io.elt.local.bank.event.BankTable;
import io.elt.local.bank.event.Row;
import io.elt.local.bank.log.LogRecord;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class LiveBankTest {
    private static final BankSpec SMALL = new BankSpec(3, 10, 60, 10, 20, 600, 0.01);
    private final BankEvents events = new BankEvents(() -> 1L);

    @Test
    void everythingThatCanHappenDoes() {
        List<LiveChange> changes = run(start(0), 20_000);
        assertThat(changes).extracting(LiveChange::kind).containsAll(EnumSet.allOf(ChangeKind.class));
        long transactions = changes.stream()
                .filter(change -> change.kind() == ChangeKind.TRANSACTION)
                .count();
        assertThat(transactions).isBetween(17_500L, 19_000L);
    }

    @Test
    void theSameStateAndSeedGoOnAlike() {
        assertThat(run(start(0.01), 2_000)).isEqualTo(run(start(0.01), 2_000));
    }

    @Test
    void theStateThatTheRecordsTellIsTheOneThatItGoesOnFrom() {
        BankState state = loaded();
        BankState retold = loaded();
        LiveBank bank = LiveBank.resume(state, events, 9, 0.05);
        for (LiveChange change : run(bank, 10_000)) {
            change.records().forEach(record -> retold.read(logged(record)));
        }
        assertSame(retold, state);
        assertThat(run(LiveBank.resume(retold, events, 11, 0.05), 1_000))
                .isEqualTo(run(LiveBank.resume(state, events, 11, 0.05), 1_000));
    }

    @Test
    void nothingRefersToWhatIsGoneAndEveryUpdateTellsTheRowBefore() {
        Map<BankTable, Map<Long, Row>> tables = new EnumMap<>(BankTable.class);
        loadedRecords().forEach(record -> follow(tables, record));
        for (LiveChange change : run(start(0), 20_000)) {
            for (BankRecord record : change.records()) {
                if (record.value() != null && record.table().isChangeCapture()) {
                    assertBeforeIsTrue(tables, record);
                }
                follow(tables, record);
            }
            if (change.kind() == ChangeKind.ACCOUNT_DELETE) {
                assertThat(change.records().get(change.records().size() - 1).table())
                        .isEqualTo(BankTable.ACCOUNT);
            }
        }
        assertThat(tables.get(BankTable.LOAN).values())
                .allSatisfy(loan -> assertThat(tables.get(BankTable.ACCOUNT)).containsKey(loan.integer("account_id")));
        assertThat(tables.get(BankTable.DISPOSITION).values()).allSatisfy(disposition -> {
            assertThat(tables.get(BankTable.ACCOUNT)).containsKey(disposition.integer("account_id"));
            assertThat(tables.get(BankTable.CLIENT)).containsKey(disposition.integer("client_id"));
        });
    }

    @Test
    void deletesAreFollowedByTheirTombstone() {
        List<BankRecord> records = run(start(0), 20_000).stream()
                .flatMap(change -> change.records().stream())
                .toList();
        for (int i = 0; i < records.size(); i++) {
            if (text(records.get(i)).contains("\"op\":\"d\"")) {
                assertThat(records.get(i + 1).value()).isNull();
                assertThat(records.get(i + 1).key()).isEqualTo(records.get(i).key());
            }
        }
        assertThat(records.stream().filter(record -> record.value() == null)).isNotEmpty();
    }

    @Test
    void theAskedShareIsDirtyAndSaysSo() {
        int dirty = 0;
        int found = 0;
        for (LiveChange change : run(start(0.01), 20_000)) {
            dirty += change.dirty();
            found += (int) change.records().stream().filter(this::isDirty).count();
        }
        assertThat(found).isEqualTo(dirty).isBetween(200, 220);
    }

    @Test
    void correctionsAndCancellationsRepeatATransactionThatIsKnown() {
        BankState state = loaded();
        LiveBank bank = LiveBank.resume(state, events, 5, 0);
        Map<Long, Row> known = new HashMap<>();
        loadedRecords().forEach(record -> decode(record).present().ifPresent(row -> {
            if (row.table() == BankTable.TRANSACTION) {
                known.put(row.key(), row);
            }
        }));
        for (LiveChange change : run(bank, 5_000)) {
            for (BankRecord record : change.records()) {
                if (record.table() != BankTable.TRANSACTION) {
                    continue;
                }
                Row row = decode(record).present().orElseThrow();
                switch (change.kind()) {
                    case CORRECTION ->
                        assertThat(row.with("amount", null).with("balance", null))
                                .isEqualTo(known.get(row.key())
                                        .with("amount", null)
                                        .with("balance", null));
                    case CANCELLATION ->
                        assertThat(row).isEqualTo(known.get(row.key()).with("cancelled", true));
                    default -> assertThat(known).doesNotContainKey(row.key());
                }
                known.put(row.key(), row);
            }
        }
    }

    @Test
    void goesOnAfterTheLastDayAndNeverBeyondTheCentury() {
        BankState state = loaded();
        String before = state.lastDate();
        run(LiveBank.resume(state, events, 5, 0), 30_000);
        assertThat(before).startsWith("9812");
        assertThat(state.lastDate()).isGreaterThan("990101").isLessThanOrEqualTo("991231");
    }

    @Test
    void aBankWithoutAccountsOpensSome() {
        BankState state = new BankState();
        state.read(logged(events.loaded(Row.of(BankTable.DISTRICT, 1L, "Lhota"))));
        List<LiveChange> changes = run(LiveBank.resume(state, events, 5, 0), 50);
        assertThat(changes.get(0).kind()).isEqualTo(ChangeKind.NEW_ACCOUNT);
        assertThat(state.roster(BankTable.ACCOUNT).size()).isPositive();
    }

    @Test
    void balancesFollowCorrectionsAndCancellations() {
        BankState state = new BankState();
        Row row = NewTransaction.opening(1, 7, BankDate.FIRST_DAY, Choice.of(1));
        state.apply(BankTable.TRANSACTION, Change.upsert(row));
        long opened = state.balanceInCents(7);
        assertThat(opened).isEqualTo(BankState.signedCents(row)).isPositive();
        Row half = row.with("amount", row.decimal("amount").divide(BigDecimal.valueOf(2)));
        state.apply(BankTable.TRANSACTION, Change.upsert(half));
        assertThat(state.balanceInCents(7)).isEqualTo(opened / 2);
        state.apply(BankTable.TRANSACTION, Change.upsert(half.with("cancelled", true)));
        assertThat(state.balanceInCents(7)).isZero();
    }

    private LiveBank start(double dirtyRatio) {
        return LiveBank.resume(loaded(), events, 5, dirtyRatio);
    }

    private BankState loaded() {
        BankState state = new BankState();
        loadedRecords().forEach(record -> state.read(logged(record)));
        return state;
    }

    private Stream<BankRecord> loadedRecords() {
        List<BankRecord> records = new ArrayList<>();
        for (BankTable table : BankTable.values()) {
            new MadeUpBank(SMALL.withDirtyRatio(0)).read(table, events, records::add);
        }
        return records.stream();
    }

    private static List<LiveChange> run(LiveBank bank, int changes) {
        return Stream.generate(bank::next).limit(changes).toList();
    }

    private static LogRecord logged(BankRecord record) {
        return new LogRecord(record.table(), 0, 0, record.value());
    }

    private static void assertSame(BankState actual, BankState expected) {
        for (BankTable table : BankTable.values()) {
            assertThat(actual.roster(table).rows())
                    .isEqualTo(expected.roster(table).rows());
            assertThat(actual.nextKey(table)).isEqualTo(expected.nextKey(table));
        }
        assertThat(actual.lastDate()).isEqualTo(expected.lastDate());
    }

    private static void assertBeforeIsTrue(Map<BankTable, Map<Long, Row>> tables, BankRecord record) {
        String text = text(record);
        String key = new String(record.key(), StandardCharsets.UTF_8).replaceAll("\\D", "");
        Row before = tables.getOrDefault(record.table(), Map.of()).get(Long.parseLong(key));
        if (before == null) {
            assertThat(text).startsWith("{\"before\":null,").contains("\"op\":\"c\"");
            return;
        }
        String expected = text(new BankEvents(() -> 1L).loaded(before)).replaceFirst(".*\"after\":(\\{[^}]*}).*", "$1");
        assertThat(text).startsWith("{\"before\":" + expected);
    }

    private static void follow(Map<BankTable, Map<Long, Row>> tables, BankRecord record) {
        Change change = decode(record);
        Map<Long, Row> rows = tables.computeIfAbsent(record.table(), table -> new HashMap<>());
        change.present().ifPresent(row -> rows.put(row.key(), row));
        change.removed().ifPresent(rows::remove);
    }

    private static Change decode(BankRecord record) {
        try {
            return new StrictDecoder(record.table()).decode(record.value());
        } catch (UndecodableException e) {
            throw new AssertionError(text(record), e);
        }
    }

    private boolean isDirty(BankRecord record) {
        try {
            new StrictDecoder(record.table()).decode(record.value());
            return false;
        } catch (UndecodableException e) {
            return true;
        }
    }

    private static String text(BankRecord record) {
        return Optional.ofNullable(record.value())
                .map(value -> new String(value, StandardCharsets.UTF_8))
                .orElse("");
    }
}
