package io.elt.local.bank.generate;

import io.elt.local.bank.decode.StrictDecoder;
import io.elt.local.bank.decode.UndecodableException;
import io.elt.local.bank.event.BankEvents;
import io.elt.local.bank.event.BankRecord;
import io.elt.local.bank.event.BankTable;
import io.elt.local.bank.event.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DirtTest {
    private static final BankEvents EVENTS = new BankEvents(() -> 1L);

    private static Stream<Arguments> everyKindInEveryTopic() {
        return Stream.of(BankTable.values())
                .flatMap(table -> Stream.concat(DirtKind.usual(table).stream(), Stream.of(DirtKind.OVERSIZE))
                        .map(kind -> Arguments.of(table, kind)));
    }

    @ParameterizedTest
    @MethodSource("everyKindInEveryTopic")
    void noSpoiledRecordCanBeUsed(BankTable table, DirtKind kind) {
        Row row = new MadeUpBank(BankSpec.demo()).rows(table).next();
        List<BankRecord> good = new ArrayList<>(List.of(EVENTS.loaded(row), EVENTS.created(row)));
        if (table.isChangeCapture()) {
            good.add(EVENTS.updated(row, row));
            good.add(EVENTS.deleted(row).get(0));
        }
        StrictDecoder decoder = new StrictDecoder(table);
        for (BankRecord record : good) {
            BankRecord spoiled = Dirt.spoil(record, kind);
            assertThat(spoiled.key()).isEqualTo(record.key());
            assertThatThrownBy(() -> decoder.decode(spoiled.value()))
                    .as("%s", string(spoiled))
                    .isInstanceOf(UndecodableException.class);
        }
    }

    @Test
    void whatIsSpoiledIsWhatTheKindSays() {
        Row row = new MadeUpBank(BankSpec.demo()).rows(BankTable.TRANSACTION).next();
        BankRecord good = EVENTS.loaded(row);
        assertThat(string(Dirt.spoil(good, DirtKind.WRONG_TYPE))).contains("\"amount\":\"abc\"");
        assertThat(string(Dirt.spoil(good, DirtKind.FRACTION_FOR_INTEGER))).contains("\"account_id\":5.9");
        assertThat(string(Dirt.spoil(good, DirtKind.OVERFLOW))).contains("\"amount\":100000000000000000000");
        assertThat(string(Dirt.spoil(good, DirtKind.MISSING_KEY_FIELD))).doesNotContain("trans_id");
        assertThat(string(Dirt.spoil(good, DirtKind.IMPOSSIBLE_DATE))).contains("\"date\":\"930231\"");
        assertThat(string(Dirt.spoil(good, DirtKind.UNKNOWN_TYPE))).contains("\"type\":\"XYZ\"");
        assertThat(Dirt.spoil(good, DirtKind.EMPTY_PAYLOAD).value()).isEmpty();
        assertThat(Dirt.spoil(good, DirtKind.NULL_PAYLOAD).value()).isNull();
        assertThat(Dirt.spoil(good, DirtKind.OVERSIZE).value()).hasSizeGreaterThan(1 << 20);
        assertThat(string(good)).startsWith(string(Dirt.spoil(good, DirtKind.TRUNCATED)));
        assertThat(string(Dirt.spoil(good, DirtKind.WRONG_TYPE)))
                .as("all else is as it was")
                .isEqualTo(string(good).replaceFirst("\"amount\":[0-9.]+", "\"amount\":\"abc\""));
    }

    @ParameterizedTest
    @EnumSource(
            value = BankTable.class,
            names = {"TRANSACTION"},
            mode = EnumSource.Mode.EXCLUDE)
    void changesAreOnlySpoiledSoThatTheyCannotBeRead(BankTable table) {
        assertThat(DirtKind.usual(table))
                .doesNotContain(DirtKind.NULL_PAYLOAD, DirtKind.UNKNOWN_TYPE, DirtKind.IMPOSSIBLE_DATE);
    }

    @Test
    void theScheduleBringsEveryKindAndOneLargeRecord() {
        DirtSchedule schedule = new DirtSchedule(BankTable.TRANSACTION, 0.01);
        List<DirtKind> kinds = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            schedule.next().ifPresent(kinds::add);
        }
        Set<DirtKind> all = EnumSet.allOf(DirtKind.class);
        assertThat(kinds).hasSizeBetween(999, 1_001).containsAll(all);
        assertThat(kinds.stream().filter(kind -> kind == DirtKind.OVERSIZE)).hasSize(1);
    }

    @Test
    void aCleanBankHasNoDirt() {
        DirtSchedule schedule = new DirtSchedule(BankTable.LOAN, 0);
        assertThat(Stream.generate(schedule::next).limit(10_000)).allMatch(kind -> kind.isEmpty());
    }

    private static String string(BankRecord record) {
        return record.value() == null ? "null" : new String(record.value(), StandardCharsets.UTF_8);
    }
}
