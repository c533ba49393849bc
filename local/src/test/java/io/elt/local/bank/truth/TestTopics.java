package io.elt.local.bank.truth;

import io.elt.local.bank.event.BankEvents;
import io.elt.local.bank.event.BankRecord;
import io.elt.local.bank.event.BankTable;
import io.elt.local.bank.event.Row;
import io.elt.local.bank.log.LogRecord;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The six topics in memory, written by hand. */
final class TestTopics {
    private final BankEvents events = new BankEvents(() -> 1L);
    private final List<LogRecord> records = new ArrayList<>();
    private final Map<BankTable, Long> ends = new EnumMap<>(BankTable.class);

    TestTopics district(long id, String name, String region) {
        return created(Row.of(BankTable.DISTRICT, id, name, region));
    }

    TestTopics account(long id, long district) {
        return created(account(id, district, "POPLATEK MESICNE"));
    }

    TestTopics loan(long id, long account, String amount, String status) {
        return created(loanRow(id, account, amount, status));
    }

    TestTopics transaction(long id, long account, String date, String type, String amount) {
        return created(transactionRow(id, account, date, type, amount));
    }

    static Row account(long id, long district, String frequency) {
        return Row.of(BankTable.ACCOUNT, id, district, frequency, "930101");
    }

    static Row loanRow(long id, long account, String amount, String status) {
        return Row.of(BankTable.LOAN, id, account, "930705", new BigDecimal(amount), 12L, null, status);
    }

    static Row transactionRow(long id, long account, String date, String type, String amount) {
        return Row.of(BankTable.TRANSACTION, id, account, date, type, "", new BigDecimal(amount));
    }

    TestTopics created(Row row) {
        return add(events.created(row));
    }

    TestTopics updated(Row before, Row after) {
        return add(events.updated(before, after));
    }

    TestTopics deleted(Row before) {
        events.deleted(before).forEach(this::add);
        return this;
    }

    TestTopics raw(BankTable table, String value) {
        return add(new BankRecord(table, null, value == null ? null : value.getBytes(StandardCharsets.UTF_8)));
    }

    BranchTruth truth() {
        return BranchTruth.of(records);
    }

    /** The row of the only branch that matters to a test. */
    BranchRow branch(long district) {
        return truth().rows().stream()
                .filter(row -> row.districtId() == district)
                .findFirst()
                .orElseThrow();
    }

    private TestTopics add(BankRecord record) {
        long offset = ends.merge(record.table(), 1L, Long::sum) - 1;
        records.add(new LogRecord(record.table(), 0, offset, record.value()));
        return this;
    }
}
