package io.elt.local.bank.event;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class BankEventsTest {
    private final BankEvents events = new BankEvents(() -> 1_700_000_000_000L);
    private final Row account = Row.of(BankTable.ACCOUNT, 1L, 18L, "POPLATEK MESICNE", "950324");
    private final Row transaction = Row.of(
            BankTable.TRANSACTION,
            695247L,
            2378L,
            "930101",
            "PRIJEM",
            "VKLAD",
            new BigDecimal("700.00"),
            new BigDecimal("700.00"),
            "");

    @Test
    void transactionsArePlainEventsUnderTheirNumber() {
        BankRecord record = events.loaded(transaction);
        assertThat(text(record.key())).isEqualTo("695247");
        assertThat(text(record.value()))
                .isEqualTo("{\"trans_id\":695247,\"account_id\":2378,\"date\":\"930101\",\"type\":\"PRIJEM\","
                        + "\"operation\":\"VKLAD\",\"amount\":700.00,\"balance\":700.00,\"k_symbol\":\"\","
                        + "\"bank\":null,\"account\":null}");
        assertThat(events.created(transaction)).isEqualTo(record);
    }

    @Test
    void aCancelledTransactionIsTheSameEventWithAMark() {
        String before = text(events.created(transaction).value());
        String cancelled =
                text(events.created(transaction.with("cancelled", true)).value());
        assertThat(cancelled).isEqualTo(before.replace("}", ",\"cancelled\":true}"));
    }

    @Test
    void loadedRowsAreReadsInDebeziumsForm() {
        BankRecord record = events.loaded(account);
        assertThat(text(record.key())).isEqualTo("{\"account_id\":1}");
        assertThat(text(record.value()))
                .isEqualTo("{\"before\":null,\"after\":{\"account_id\":1,\"district_id\":18,"
                        + "\"frequency\":\"POPLATEK MESICNE\",\"date\":\"950324\"},\"op\":\"r\","
                        + "\"ts_ms\":1700000000000,\"source\":{\"db\":\"bank\",\"table\":\"account\"}}");
    }

    @Test
    void newRowsAreCreations() {
        assertThat(text(events.created(account).value())).contains("{\"before\":null,", "\"op\":\"c\"");
    }

    @Test
    void updatesTellTheRowBeforeAndAfter() {
        assertThat(text(events.updated(account, account.with("district_id", 5L)).value()))
                .startsWith("{\"before\":{\"account_id\":1,\"district_id\":18,")
                .contains("\"after\":{\"account_id\":1,\"district_id\":5,", "\"op\":\"u\"");
    }

    @Test
    void deletesTellTheRowBeforeAndAreFollowedByATombstone() {
        List<BankRecord> records = events.deleted(account);
        assertThat(records).hasSize(2).allSatisfy(record -> assertThat(text(record.key()))
                .isEqualTo("{\"account_id\":1}"));
        assertThat(text(records.get(0).value()))
                .startsWith("{\"before\":{\"account_id\":1,")
                .contains("\"after\":null,\"op\":\"d\"");
        assertThat(records.get(1).value()).isNull();
    }

    @Test
    void everyTableHasATopicOfItsOwn() {
        assertThat(BankTable.values())
                .extracting(BankTable::topic)
                .containsExactly(
                        "bank.district",
                        "bank.client",
                        "bank.account",
                        "bank.disposition",
                        "bank.loan",
                        "bank.transaction");
        assertThat(BankTable.values()).allSatisfy(table -> assertThat(BankTable.ofTopic(table.topic()))
                .isEqualTo(table));
    }

    @Test
    void amountsAreWrittenOut() {
        Row large = transaction.with("amount", new BigDecimal("1E+3"));
        assertThat(text(events.created(large).value())).contains("\"amount\":1000,");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
