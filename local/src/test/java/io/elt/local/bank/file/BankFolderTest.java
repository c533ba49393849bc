package io.elt.local.bank.file;

import io.elt.local.bank.event.BankEvents;
import io.elt.local.bank.event.BankRecord;
import io.elt.local.bank.event.BankTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BankFolderTest {
    private static final String ACCOUNT_HEADER = "\"account_id\";\"district_id\";\"frequency\";\"date\"\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() {
        BankFiles.write(folder);
    }

    @Test
    void eachLineBecomesItsEventWithItsValuesAsTheyAre() throws IOException {
        assertThat(values(BankTable.TRANSACTION).subList(0, 2))
                .containsExactly(
                        "{\"trans_id\":1,\"account_id\":1,\"date\":\"930101\",\"type\":\"PRIJEM\","
                                + "\"operation\":\"VKLAD\",\"amount\":700.00,\"balance\":700.00,\"k_symbol\":\"\","
                                + "\"bank\":null,\"account\":null}",
                        "{\"trans_id\":2,\"account_id\":2,\"date\":\"930105\",\"type\":\"PRIJEM\","
                                + "\"operation\":\"PREVOD Z UCTU\",\"amount\":5123.00,\"balance\":5923.00,"
                                + "\"k_symbol\":\"DUCHOD\",\"bank\":\"YZ\",\"account\":\"62457513\"}");
        assertThat(keys(BankTable.TRANSACTION)).containsExactly("1", "2", "3", "4");
    }

    @Test
    void theOtherTablesBecomeChanges() throws IOException {
        assertThat(values(BankTable.LOAN))
                .containsExactly("{\"before\":null,\"after\":{\"loan_id\":1,\"account_id\":1,\"date\":\"930705\","
                        + "\"amount\":96396,\"duration\":12,\"payments\":8033.00,\"status\":\"C\"},\"op\":\"r\","
                        + "\"ts_ms\":5,\"source\":{\"db\":\"bank\",\"table\":\"loan\"}}");
        assertThat(keys(BankTable.DISPOSITION)).containsExactly("{\"disp_id\":1}", "{\"disp_id\":2}");
        assertThat(values(BankTable.CLIENT).get(0)).contains("\"birth_number\":\"706213\"");
    }

    @Test
    void unknownFiguresOfADistrictAreNull() throws IOException {
        assertThat(values(BankTable.DISTRICT).get(1))
                .contains("\"district_id\":2,\"name\":\"Brod\",\"region\":\"Zarici\",\"inhabitants\":42821,")
                .contains("\"urban_ratio\":48.4,\"average_salary\":8173,\"unemployment_95\":null,")
                .contains("\"crimes_95\":null,\"crimes_96\":1358}");
    }

    @Test
    void aLineThatBreaksOffBecomesAnEventThatBreaksOff() throws IOException {
        assertThat(values(BankTable.TRANSACTION).get(3))
                .isEqualTo("{\"trans_id\":4,\"account_id\":1,\"date\":\"940331\",\"type\":\"PRIJE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "5;2;'                      | {\"account_id\":5,\"district_id\":2,\"frequency\":",
                "5;2                         | {\"account_id\":5,\"district_id\":2",
                "5;2.                        | {\"account_id\":5,\"district_id\":2.",
                "5;x                         | {\"account_id\":5,\"district_id\":\"x",
                "5                           | {\"account_id\":5",
                "5;2;POPL                    | {\"account_id\":5,\"district_id\":2,\"frequency\":\"POPL",
                "5;2;\"POPLATEK\"            | {\"account_id\":5,\"district_id\":2,\"frequency\":\"POPLATEK\"",
                "5;2;\"POPLATEK MESICNE\";\" | {\"account_id\":5,\"district_id\":2,\"frequency\":\"POPLATEK MESICNE\",\"date\":\"",
                "\"                          | {\"account_id\":",
            })
    void changesBreakOffWhereTheirLineDoes(String line, String after) throws IOException {
        BankFiles.write(folder, "account.asc", ACCOUNT_HEADER + line.replace("'", ""));
        assertThat(values(BankTable.ACCOUNT)).containsExactly("{\"before\":null,\"after\":" + after);
    }

    @Test
    void aLineThatBreaksOffInTheMiddleOfTheFileSpoilsNoOther() throws IOException {
        BankFiles.write(folder, "account.asc", ACCOUNT_HEADER + "5;2;\"POPL\n6;1;\"POPLATEK TYDNE\";930103\n");
        assertThat(values(BankTable.ACCOUNT)).hasSize(2);
        assertThat(values(BankTable.ACCOUNT).get(0)).endsWith("\"frequency\":\"POPL");
        assertThat(values(BankTable.ACCOUNT).get(1)).contains("{\"account_id\":6,", "\"op\":\"r\"");
    }

    @Test
    void aKeyThatIsNotWholeIsNoKey() throws IOException {
        BankFiles.write(folder, "account.asc", ACCOUNT_HEADER + "5\n6;1\n");
        assertThat(keys(BankTable.ACCOUNT)).containsExactly(null, "{\"account_id\":6}");
    }

    @Test
    void whatIsNoNumberStaysText() throws IOException {
        BankFiles.write(
                folder,
                "trans.asc",
                BankFiles.TRANSACTION_HEADER
                        + "007;1x;930101;\"PRIJEM\";\"VKLAD\";1,50;\"\";\"\";;\r\n"
                        + "8;;930101;\"PRIJEM\";;\"5.9\";1e3;\"\";;");
        assertThat(values(BankTable.TRANSACTION).get(0))
                .startsWith("{\"trans_id\":\"007\",\"account_id\":\"1x\",")
                .contains("\"amount\":\"1,50\",\"balance\":\"\",");
        assertThat(values(BankTable.TRANSACTION).get(1))
                .startsWith("{\"trans_id\":8,\"account_id\":null,")
                .contains("\"operation\":null,\"amount\":5.9,\"balance\":1e3,");
        assertThat(keys(BankTable.TRANSACTION)).containsExactly("007", "8");
    }

    @Test
    void surplusFieldsSpoilTheEvent() throws IOException {
        BankFiles.write(folder, "account.asc", ACCOUNT_HEADER + "5;2;\"POPLATEK TYDNE\";930103;\"more\";1\n");
        assertThat(values(BankTable.ACCOUNT).get(0)).endsWith("\"table\":\"account\"}};more;1");
    }

    @Test
    void columnsMayComeInAnyOrderAndUnknownOnesAreKept() throws IOException {
        BankFiles.write(
                folder,
                "account.asc",
                "\ufeffdate;\"account_id\";note;district_id;frequency\n930101;7;\"n\";2;\"F\"\n930102;8;\"cu");
        assertThat(values(BankTable.ACCOUNT).get(0))
                .contains("\"after\":{\"date\":\"930101\",\"account_id\":7,\"note\":\"n\",\"district_id\":2,"
                        + "\"frequency\":\"F\"}");
        assertThat(values(BankTable.ACCOUNT).get(1)).endsWith("{\"date\":\"930102\",\"account_id\":8,\"note\":\"cu");
        assertThat(keys(BankTable.ACCOUNT)).containsExactly("{\"account_id\":7}", "{\"account_id\":8}");
    }

    @Test
    void lettersBeyondAsciiArriveAsTheyAre() throws IOException {
        BankFiles.write(folder, "client.asc", "client_id;birth_number;district_id\n1;\"Šumperk \"\"x\"\"\t\";2\n");
        assertThat(values(BankTable.CLIENT).get(0)).contains("\"birth_number\":\"Šumperk \\\"x\\\"\\u0009\"");
        Files.write(
                folder.resolve("client.asc"),
                "client_id;birth_number;district_id\n1;\"\u008a\";2\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(records(BankTable.CLIENT).get(0).value()).contains(0x8a);
    }

    @Test
    void blankLinesAreNoEvents() throws IOException {
        BankFiles.write(folder, "account.asc", ACCOUNT_HEADER + "\r\n5;2;\"F\";930103\r\n\r\n");
        assertThat(values(BankTable.ACCOUNT)).hasSize(1);
    }

    @Test
    void namesAllThatIsMissingAtOnce() throws IOException {
        Files.delete(folder.resolve("loan.asc"));
        BankFiles.write(folder, "account.asc", "account_id;frequency\n1;F\n");
        BankFiles.write(folder, "client.asc", "");
        BankFiles.write(folder, "disp.asc", "disp_id;client_id;account_id;type;type\n");
        assertThatThrownBy(() -> BankFolder.open(folder))
                .isInstanceOfSatisfying(BankFileException.class, e -> assertThat(e.problems())
                        .containsExactlyInAnyOrder(
                                folder.resolve("client.asc")
                                        + ":1: the header line is missing; expected client_id;birth_number;district_id",
                                folder.resolve("account.asc")
                                        + ":1: column \"district_id\" is missing; expected account_id;district_id;frequency;date",
                                folder.resolve("account.asc")
                                        + ":1: column \"date\" is missing; expected account_id;district_id;frequency;date",
                                folder.resolve("disp.asc") + ":1: column \"type\" is there twice",
                                folder.resolve("loan.asc")
                                        + ": the file is missing; a bank in PKDD'99 form has district.asc, client.asc,"
                                        + " account.asc, disp.asc, loan.asc, trans.asc"));
    }

    @Test
    void twoBanksAreToldApart() throws IOException {
        String before = BankFolder.open(folder).description();
        assertThat(BankFolder.open(folder).description()).isEqualTo(before);
        BankFiles.write(folder, "account.asc", ACCOUNT_HEADER);
        assertThat(BankFolder.open(folder).description()).isNotEqualTo(before);
    }

    private List<BankRecord> records(BankTable table) throws IOException {
        List<BankRecord> records = new ArrayList<>();
        BankFolder.open(folder).read(table, new BankEvents(() -> 5), records::add);
        return records;
    }

    private List<String> values(BankTable table) throws IOException {
        return records(table).stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    private List<String> keys(BankTable table) throws IOException {
        List<String> keys = new ArrayList<>();
        for (BankRecord record : records(table)) {
            keys.add(record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8));
        }
        return keys;
    }
}
