package io.elt.local.bank.decode;

import io.elt.local.bank.event.BankTable;
import io.elt.local.bank.event.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.OptionalLong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StrictDecoderTest {
    private static final String GOOD = "{\"trans_id\":5,\"account_id\":2,\"date\":\"930101\",\"type\":\"PRIJEM\","
            + "\"operation\":\"VKLAD\",\"amount\":700.00,\"balance\":1700.5,\"k_symbol\":\"\",\"bank\":null}";
    private static final String ACCOUNT =
            "{\"account_id\":1,\"district_id\":18,\"frequency\":\"F\",\"date\":\"950324\"}";

    @Test
    void readsAWholeTransaction() throws UndecodableException {
        Row row = transaction(GOOD);
        assertThat(row)
                .isEqualTo(Row.of(
                        BankTable.TRANSACTION,
                        5L,
                        2L,
                        "930101",
                        "PRIJEM",
                        "VKLAD",
                        new BigDecimal("700.00"),
                        new BigDecimal("1700.50"),
                        ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"amount\":700",
                "\"amount\":-0.1",
                "\"amount\":7e2",
                "\"amount\":9999999999999.99",
                "\"amount\":1.500"
            })
    void takesEveryNumberThatFitsADecimal(String amount) throws UndecodableException {
        assertThat(transaction(GOOD.replace("\"amount\":700.00", amount))
                        .decimal("amount")
                        .scale())
                .isEqualTo(2);
    }

    @Test
    void takesWhatTheWarehouseDoesNotKnowAndNullWhereItMayBe() throws UndecodableException {
        assertThat(transaction(GOOD.replace("{", "{\"new_field\":[1,{\"a\":2}],"))
                        .key())
                .isEqualTo(5);
        assertThat(transaction(GOOD.replace("1700.5", "null")).decimal("balance"))
                .isNull();
        assertThat(transaction(GOOD.replace("}", ",\"cancelled\":true}")).flag("cancelled"))
                .isTrue();
        assertThat(transaction(GOOD.replace("}", ",\"cancelled\":null}")).flag("cancelled"))
                .isFalse();
        assertThat(transaction(" " + GOOD + " \n").key()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"trans_id\":\"5\"",
                "\"trans_id\":5.0",
                "\"trans_id\":5.9",
                "\"trans_id\":1e3",
                "\"trans_id\":9223372036854775808",
                "\"trans_id\":null",
                "\"trans_id\":true",
                "\"trans_id\":05",
                "\"trans_id\":+5",
                "\"trans_id\":[5]",
                "\"transid\":5",
                "\"trans_id\":5,\"trans_id\":5",
                "\"trans_id\":5,\"x\":1,\"x\":1",
            })
    void refusesIntegersThatAreNone(String key) {
        refusesTransaction(GOOD.replace("\"trans_id\":5", key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"abc\"",
                "\"700.00\"",
                "700.001",
                "10000000000000.00",
                "1e13",
                "1e999999999",
                "0e999999999",
                "1e-3",
                "NaN",
                "null",
                "true"
            })
    void refusesAmountsThatADecimalCannotHold(String amount) {
        refusesTransaction(GOOD.replace("700.00", amount));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"930231\"",
                "\"930229\"",
                "\"931301\"",
                "\"930100\"",
                "\"93011\"",
                "\"1993-01-01\"",
                "930101",
                "null",
                "\"\"",
                "\"93010a\"",
                "\" 930101\""
            })
    void refusesDaysThatDoNotExist(String date) {
        refusesTransaction(GOOD.replace("\"930101\"", date));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"XYZ\"", "\"prijem\"", "\"\"", "null", "1"})
    void refusesTypesThatTheBankDoesNotHave(String type) {
        refusesTransaction(GOOD.replace("\"PRIJEM\"", type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "42",
                "\"text\"",
                "[]",
                "not json",
                "{",
                "{}",
                GOOD + "}",
                GOOD + "x",
                GOOD + GOOD,
                "[" + GOOD + "]",
                "{'trans_id':5}",
                "\u0000"
            })
    void refusesWhatIsNotOneObject(String value) {
        refusesTransaction(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"cancelled\":\"true\"", "\"cancelled\":1", "\"bank\":5", "\"k_symbol\":false"})
    void refusesOtherFieldsOfAnotherType(String field) {
        refusesTransaction(GOOD.replace("\"bank\":null", "\"b\":0," + field));
    }

    @Test
    void refusesAnEventThatBreaksOffAnywhere() {
        for (int length = 0; length < GOOD.length(); length++) {
            refusesTransaction(GOOD.substring(0, length));
        }
    }

    @Test
    void refusesTransactionsWithoutAValue() {
        assertThatThrownBy(() -> new StrictDecoder(BankTable.TRANSACTION).decode(null))
                .isInstanceOf(UndecodableException.class)
                .hasMessage("the record has no value");
    }

    @Test
    void refusesTextThatIsNoText() {
        byte[] malformed = GOOD.getBytes(StandardCharsets.UTF_8);
        malformed[GOOD.indexOf("VKLAD")] = (byte) 0xC3;
        assertThatThrownBy(() -> new StrictDecoder(BankTable.TRANSACTION).decode(malformed))
                .hasMessageContaining("UTF-8");
        refusesTransaction(GOOD.replace("VKLAD", "\\ud800"));
        assertThatThrownBy(
                        () -> new StrictDecoder(BankTable.TRANSACTION).decode(GOOD.getBytes(StandardCharsets.UTF_16)))
                .isInstanceOf(UndecodableException.class);
    }

    @Test
    void takesAMegabyteAndNotAByteMore() throws UndecodableException {
        String padding = "x".repeat((1 << 20) - GOOD.length() - ",\"note\":\"\"".length());
        String largest = GOOD.replace("}", ",\"note\":\"" + padding + "\"}");
        assertThat(transaction(largest).key()).isEqualTo(5);
        assertThatThrownBy(() -> transaction(largest + " "))
                .hasMessage("the record has 1048577 bytes, the limit is 1048576");
    }

    @Test
    void changesTellWhatIsThereAndWhatIsGone() throws UndecodableException {
        Row row = Row.of(BankTable.ACCOUNT, 1L, 18L, "F", "950324");
        for (String operation : new String[] {"r", "c"}) {
            assertThat(change("null", ACCOUNT, operation)).isEqualTo(Change.upsert(row));
        }
        assertThat(change(ACCOUNT, ACCOUNT, "u")).isEqualTo(Change.upsert(row));
        assertThat(change(ACCOUNT, "null", "d")).isEqualTo(Change.delete(1));
        assertThat(change(ACCOUNT, ACCOUNT.replace(":1,", ":2,"), "u").removed())
                .isEqualTo(OptionalLong.of(1));
        assertThat(change("{\"account_id\":1}", "null", "d")).isEqualTo(Change.delete(1));
        assertThat(new StrictDecoder(BankTable.ACCOUNT).decode(null)).isEqualTo(Change.NOTHING);
    }

    @Test
    void changesMustBeWhole() {
        refusesChange("null", ACCOUNT, "u");
        refusesChange(ACCOUNT, "null", "u");
        refusesChange("null", "null", "d");
        refusesChange("null", "null", "c");
        refusesChange("null", "null", "r");
        refusesChange("null", ACCOUNT, "x");
        refusesChange("null", ACCOUNT, "");
        refusesChange("null", "[]", "c");
        refusesChange("{\"district_id\":1}", "null", "d");
        refusesChange("{\"account_id\":1,\"district_id\":\"18\"}", "null", "d");
        refusesChange("null", "{\"account_id\":1}", "c");
        refusesChange("{\"account_id\":1}", "{\"account_id\":1}", "d");
        refusesAccount("");
        refusesAccount(ACCOUNT);
        refusesAccount("{\"schema\":{},\"payload\":{\"before\":null,\"after\":" + ACCOUNT + ",\"op\":\"c\"}}");
        refusesAccount("{\"before\":null,\"after\":" + ACCOUNT + ",\"op\":1}");
    }

    @Test
    void aBranchesNumberIsAnInt() {
        refusesChange("null", ACCOUNT.replace("18", "2147483648"), "c");
    }

    @Test
    void everyDecimalHasItsOwnDigits() {
        String district = "{\"district_id\":1,\"name\":\"x\",\"urban_ratio\":46.7,\"unemployment_95\":1.67}";
        StrictDecoder decoder = new StrictDecoder(BankTable.DISTRICT);
        String change = "{\"after\":" + district + ",\"op\":\"r\"}";
        assertThatCode(() -> decoder.decode(change.getBytes(StandardCharsets.UTF_8)))
                .doesNotThrowAnyException();
        for (String wrong : new String[] {"46.75", "12345.6"}) {
            assertThatThrownBy(
                            () -> decoder.decode(change.replace("46.7", wrong).getBytes(StandardCharsets.UTF_8)))
                    .hasMessage("urban_ratio is not a number that fits DECIMAL_5_1");
        }
    }

    @Test
    void readsTheBanksDates() throws UndecodableException {
        assertThat(StrictDecoder.date("930101")).isEqualTo(LocalDate.of(1993, 1, 1));
        assertThat(StrictDecoder.date("960229")).isEqualTo(LocalDate.of(1996, 2, 29));
    }

    private static Row transaction(String value) throws UndecodableException {
        return new StrictDecoder(BankTable.TRANSACTION)
                .decode(value.getBytes(StandardCharsets.UTF_8))
                .present()
                .orElseThrow();
    }

    private static void refusesTransaction(String value) {
        assertThatThrownBy(() -> transaction(value)).as(value).isInstanceOf(UndecodableException.class);
    }

    private static Change account(String value) throws UndecodableException {
        return new StrictDecoder(BankTable.ACCOUNT).decode(value.getBytes(StandardCharsets.UTF_8));
    }

    private static Change change(String before, String after, String operation) throws UndecodableException {
        return account("{\"before\":" + before + ",\"after\":" + after + ",\"op\":\"" + operation
                + "\",\"ts_ms\":1,\"source\":{}}");
    }

    private static void refusesChange(String before, String after, String operation) {
        assertThatThrownBy(() -> change(before, after, operation)).isInstanceOf(UndecodableException.class);
    }

    private static void refusesAccount(String value) {
        assertThatThrownBy(() -> account(value)).isInstanceOf(UndecodableException.class);
    }
}
