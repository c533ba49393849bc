package io.elt.udf.guarded;

import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.types.DataType;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static org.apache.flink.table.api.DataTypes.FIELD;
import static org.apache.flink.table.api.DataTypes.ROW;
import static org.assertj.core.api.Assertions.assertThat;

/** The change formats besides Debezium's. */
class ChangeFormatTest {

    private static final DataType ACCOUNT = ROW(
            FIELD("id", DataTypes.INT().notNull()),
            FIELD("name", DataTypes.STRING()),
            FIELD("balance", DataTypes.DECIMAL(10, 2)));

    @Nested
    class Canal {

        private final GuardedDecoder accounts = GuardedDecoder.of("canal-json", ACCOUNT);

        @Test
        void rowsOfAChangeBecomeRowsOfTheirKind() {
            assertThat(accounts.decode(message(
                            "INSERT", "[{\"id\":\"1\",\"balance\":\"5.10\"},{\"id\":\"2\",\"name\":\"b\"}]", "null")))
                    .containsExactly("+I[1, null, 5.10, null, null]", "+I[2, b, null, null, null]");
            assertThat(accounts.decode(message("DELETE", "[{\"id\":\"1\"}]", "null")))
                    .containsExactly("-D[1, null, null, null, null]");
            assertThat(accounts.decode(message("UPDATE", "[{\"id\":\"1\",\"name\":\"b\"}]", "[{\"name\":\"a\"}]")))
                    .containsExactly("-U[1, a, null, null, null]", "+U[1, b, null, null, null]");
        }

        @Test
        void rowsOfOneUpdateAreNotMixedUp() {
            assertThat(accounts.decode(message(
                            "UPDATE",
                            "[{\"id\":\"1\",\"name\":\"b\",\"balance\":\"1.00\"},{\"id\":\"2\",\"name\":\"c\",\"balance\":\"2.00\"}]",
                            "[{\"name\":\"a\"},{\"balance\":\"1.50\"}]")))
                    .containsExactly(
                            "-U[1, a, 1.00, null, null]",
                            "+U[1, b, 1.00, null, null]",
                            "-U[2, c, 1.50, null, null]",
                            "+U[2, c, 2.00, null, null]");
        }

        @Test
        void oneBadRowMakesTheWholeRecordBad() {
            assertThat(accounts.decode(message("INSERT", "[{\"id\":\"1\"},{\"id\":\"x\"}]", "null")))
                    .containsExactly("+I[0, null, null, WRONG_TYPE, data[1].id: expected INT, got string \"x\"]");
        }

        @Test
        void incompleteUpdateIsRefused() {
            assertThat(accounts.code(message("UPDATE", "[{\"id\":\"1\"}]", "null")))
                    .isEqualTo("MISSING_FIELD");
            assertThat(accounts.error(message("UPDATE", "[{\"id\":\"1\"},{\"id\":\"2\"}]", "[{}]")))
                    .isEqualTo("old: has 1 rows, but \"data\" has 2; an update needs both for each row");
            assertThat(accounts.code(message("INSERT", "[]", "null"))).isEqualTo("MISSING_FIELD");
            assertThat(accounts.error(message("UPDATE", "[{\"id\":\"1\"}]", "[{\"id\":null}]")))
                    .isEqualTo("old[0].id: null, but declared INT NOT NULL");
        }

        @Test
        void schemaChangesGiveNoRow() {
            for (String type : new String[] {"CREATE", "ALTER", "RENAME", "CINDEX", "DINDEX", "QUERY"}) {
                assertThat(accounts.decode(message(type, "null", "null")))
                        .as(type)
                        .isEmpty();
            }
        }

        @Test
        void rowsThatVanishUnseenAreReported() {
            assertThat(accounts.code(message("TRUNCATE", "null", "null"))).isEqualTo("UNKNOWN_OPERATION");
            assertThat(accounts.code(message("ERASE", "null", "null"))).isEqualTo("UNKNOWN_OPERATION");
            assertThat(accounts.code(message("SOMETHING", "null", "null"))).isEqualTo("UNKNOWN_OPERATION");
        }

        @Test
        void recordOfAnotherTableIsNeitherRowNorError() {
            GuardedDecoder filtered =
                    GuardedDecoder.of("canal-json", ACCOUNT, "canal-json.table.include", "account|loan");

            assertThat(filtered.decode(message("INSERT", "[{\"id\":\"1\"}]", "null")))
                    .hasSize(1);
            String other = message("INSERT", "[{\"id\":\"x\"}]", "null").replace("account", "client");
            assertThat(filtered.decode(other)).isEmpty();
            assertThat(filtered.decode(other.replace("\"x\"", "\"1\""))).isEmpty();
            assertThat(filtered.code(message("INSERT", "[{\"id\":\"x\"}]", "null")))
                    .isEqualTo("WRONG_TYPE");
            assertThat(filtered.code(other.substring(0, 12))).isEqualTo("TRUNCATED");
            assertThat(filtered.code(other.replace("table", "tab"))).isEqualTo("MISSING_FIELD");
        }

        @Test
        void valuesOutOfQuotesAreFineToo() {
            assertThat(accounts.decode(message("INSERT", "[{\"id\":1,\"balance\":5.1}]", "null")))
                    .containsExactly("+I[1, null, 5.10, null, null]");
        }

        @Test
        void tombstoneGivesNoRow() {
            assertThat(accounts.decode((byte[]) null)).isEmpty();
        }

        @Test
        void metadataIsPassedOn() {
            GuardedDecoder decoder = accounts.withMetadata(
                    "table", "pk-names", "sql-type", "ingestion-timestamp", "event-timestamp", "error");

            assertThat(decoder.decode(message("INSERT", "[{\"id\":\"1\"}]", "null")))
                    .containsExactly("+I[1, null, null, account, [id], {id=4}, 2020-06-08T01:15:32.543Z,"
                            + " 2020-06-08T01:15:32Z, null]");
        }

        private static String message(String type, String data, String old) {
            return "{\"data\":" + data + ",\"database\":\"bank\",\"es\":1591578932000,\"id\":3,\"isDdl\":false,"
                    + "\"mysqlType\":{\"id\":\"INTEGER\"},\"old\":" + old + ",\"pkNames\":[\"id\"],\"sql\":\"\","
                    + "\"sqlType\":{\"id\":4},\"table\":\"account\",\"ts\":1591578932543,\"type\":\"" + type + "\"}";
        }
    }

    @Nested
    class Maxwell {

        private final GuardedDecoder accounts = GuardedDecoder.of("maxwell-json", ACCOUNT);

        @Test
        void changesBecomeRowsOfTheirKind() {
            assertThat(accounts.decode(message("insert", "{\"id\":1,\"balance\":5.1}", "")))
                    .containsExactly("+I[1, null, 5.10, null, null]");
            assertThat(accounts.decode(message("update", "{\"id\":1,\"name\":\"b\"}", ",\"old\":{\"name\":null}")))
                    .containsExactly("-U[1, null, null, null, null]", "+U[1, b, null, null, null]");
            assertThat(accounts.decode(message("delete", "{\"id\":1}", "")))
                    .containsExactly("-D[1, null, null, null, null]");
        }

        @Test
        void rowsAreStrictlyChecked() {
            assertThat(accounts.error(message("insert", "{\"id\":\"1\"}", "")))
                    .isEqualTo("data.id: expected INT, got string \"1\"");
            assertThat(accounts.error(message("update", "{\"id\":1}", ",\"old\":{\"balance\":1.005}")))
                    .isEqualTo("old.balance: number 1.005 has more digits than DECIMAL(10, 2) keeps");
            assertThat(accounts.code(message("update", "{\"id\":1}", ""))).isEqualTo("MISSING_FIELD");
            assertThat(accounts.code("{\"type\":\"insert\"}")).isEqualTo("MISSING_FIELD");
        }

        @Test
        void messagesAboutOtherThingsThanRows() {
            assertThat(accounts.decode("{\"type\":\"table-alter\",\"database\":\"bank\"}"))
                    .isEmpty();
            assertThat(accounts.code("{\"type\":\"table-drop\"}")).isEqualTo("UNKNOWN_OPERATION");
            assertThat(accounts.code(message("bootstrap-insert", "{\"id\":1}", "")))
                    .isEqualTo("UNKNOWN_OPERATION");
            assertThat(accounts.decode(message("bootstrap-complete", "{}", ""))).isEmpty();
        }

        private static String message(String type, String data, String more) {
            return "{\"database\":\"bank\",\"table\":\"account\",\"type\":\"" + type + "\",\"ts\":1596684883,\"data\":"
                    + data + more + "}";
        }
    }

    @Nested
    class GoldenGate {

        private final GuardedDecoder accounts = GuardedDecoder.of("ogg-json", ACCOUNT);

        @Test
        void changesBecomeRowsOfTheirKind() {
            assertThat(accounts.decode(message("I", "\"after\":{\"id\":1}")))
                    .containsExactly("+I[1, null, null, null, null]");
            assertThat(accounts.decode(message("U", "\"before\":{\"id\":1},\"after\":{\"id\":1,\"name\":\"b\"}")))
                    .containsExactly("-U[1, null, null, null, null]", "+U[1, b, null, null, null]");
            assertThat(accounts.decode(message("D", "\"before\":{\"id\":1}")))
                    .containsExactly("-D[1, null, null, null, null]");
        }

        @Test
        void rowsAreStrictlyChecked() {
            assertThat(accounts.error(message("I", "\"after\":{\"id\":1.0}")))
                    .isEqualTo("after.id: expected INT, got number 1.0");
            assertThat(accounts.code(message("U", "\"after\":{\"id\":1}"))).isEqualTo("MISSING_FIELD");
            assertThat(accounts.code(message("T", "\"after\":null"))).isEqualTo("UNKNOWN_OPERATION");
        }

        private static String message(String type, String rows) {
            return "{" + rows + ",\"op_type\":\"" + type + "\",\"op_ts\":\"2020-05-13 15:40:06.000000\"}";
        }
    }
}
