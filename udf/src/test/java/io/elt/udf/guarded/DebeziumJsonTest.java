package io.elt.udf.guarded;

import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.types.DataType;
import org.junit.jupiter.api.Test;

import static org.apache.flink.table.api.DataTypes.FIELD;
import static org.apache.flink.table.api.DataTypes.ROW;
import static org.assertj.core.api.Assertions.assertThat;

class DebeziumJsonTest {

    private static final DataType ACCOUNT = ROW(
            FIELD("id", DataTypes.INT().notNull()),
            FIELD("district", DataTypes.INT()),
            FIELD("opened", DataTypes.DATE()));

    private static final String SOURCE =
            "\"source\":{\"version\":\"2.7.0\",\"db\":\"bank\",\"table\":\"account\",\"ts_ms\":1700000000000},";

    private final GuardedDecoder accounts = GuardedDecoder.of("debezium-json", ACCOUNT);

    @Test
    void changesBecomeRowsOfTheirKind() {
        assertThat(accounts.decode(change("null", "{\"id\":1,\"district\":7,\"opened\":\"1993-01-01\"}", "c")))
                .containsExactly("+I[1, 7, 1993-01-01, null, null]");
        assertThat(accounts.decode(change("null", "{\"id\":1,\"district\":7}", "r")))
                .containsExactly("+I[1, 7, null, null, null]");
        assertThat(accounts.decode(change("{\"id\":1,\"district\":7}", "{\"id\":1,\"district\":8}", "u")))
                .containsExactly("-U[1, 7, null, null, null]", "+U[1, 8, null, null, null]");
        assertThat(accounts.decode(change("{\"id\":1,\"district\":8}", "null", "d")))
                .containsExactly("-D[1, 8, null, null, null]");
    }

    @Test
    void tombstoneGivesNoRow() {
        assertThat(accounts.decode((byte[]) null)).isEmpty();
        assertThat(accounts.counted("without-rows")).isEqualTo(1);
    }

    @Test
    void emptyPayloadIsNoTombstone() {
        assertThat(accounts.code("")).isEqualTo("EMPTY");
    }

    @Test
    void logicalDecodingMessageGivesNoRow() {
        assertThat(accounts.decode("{\"op\":\"m\",\"ts_ms\":1,\"message\":{\"prefix\":\"p\",\"content\":\"\"}}"))
                .isEmpty();
    }

    @Test
    void rowsAreStrictlyChecked() {
        assertThat(accounts.error(change("null", "{\"id\":1,\"district\":7.5}", "c")))
                .isEqualTo("after.district: expected INT, got number 7.5");
        assertThat(accounts.error(change("{\"id\":\"1\"}", "{\"id\":1}", "u")))
                .isEqualTo("before.id: expected INT, got string \"1\"");
        assertThat(accounts.error(change("null", "{\"id\":1,\"opened\":\"1993-02-29\"}", "c")))
                .isEqualTo("after.opened: expected DATE like \"2023-12-31\", got string \"1993-02-29\"");
        assertThat(accounts.error(change("null", "{\"district\":1}", "c")))
                .isEqualTo("after.id: missing, but declared INT NOT NULL");
    }

    @Test
    void operationMayStandBeforeTheRows() {
        assertThat(accounts.decode("{\"op\":\"d\",\"before\":{\"id\":1},\"after\":null}"))
                .containsExactly("-D[1, null, null, null, null]");
    }

    @Test
    void rowThatTheOperationDoesNotUseDoesNotCount() {
        assertThat(accounts.decode(change("{\"id\":\"1\"}", "{\"id\":1}", "c")))
                .containsExactly("+I[1, null, null, null, null]");
    }

    @Test
    void truncatedRecordIsNamedSoWhateverElseIsWrong() {
        String change = change("null", "{\"id\":\"x\"}", "c");

        assertThat(accounts.code(change)).isEqualTo("WRONG_TYPE");
        assertThat(accounts.code(change.substring(0, change.length() - 1))).isEqualTo("TRUNCATED");
    }

    @Test
    void memberOfTheEnvelopeMayBeThereOnce() {
        assertThat(accounts.code("{\"op\":\"c\",\"after\":{\"id\":1},\"after\":{\"id\":2}}"))
                .isEqualTo("DUPLICATE_FIELD");
        assertThat(accounts.code("{\"op\":\"c\",\"op\":\"d\",\"after\":{\"id\":1}}"))
                .isEqualTo("DUPLICATE_FIELD");
        assertThat(accounts.code("{\"op\":7,\"after\":{\"id\":1}}")).isEqualTo("WRONG_TYPE");
    }

    @Test
    void changeWithoutItsRowIsRefused() {
        assertThat(accounts.error(change("null", "{\"id\":1}", "u"))).startsWith("before: missing or null, but needed");
        assertThat(accounts.error(change("null", "null", "d"))).contains("REPLICA IDENTITY FULL");
        assertThat(accounts.error(change("null", "null", "c"))).startsWith("after: missing or null, but needed");
    }

    @Test
    void operationWithoutRowsThatMattersIsRefused() {
        assertThat(accounts.error("{\"op\":\"t\"}"))
                .isEqualTo("op: \"t\" removes rows that the record does not hold; load the table again");
        assertThat(accounts.error("{\"op\":\"x\"}")).isEqualTo("op: \"x\" is not an operation that gives rows");
        assertThat(accounts.error("{\"id\":1}")).isEqualTo("op: missing, but declared STRING");
    }

    @Test
    void schemaIncludeReadsThePayload() {
        GuardedDecoder decoder = GuardedDecoder.of("debezium-json", ACCOUNT, "debezium-json.schema-include", "true");
        String change = change("null", "{\"id\":1,\"district\":7}", "c");

        assertThat(decoder.decode("{\"schema\":{\"type\":\"struct\"},\"payload\":" + change + "}"))
                .containsExactly("+I[1, 7, null, null, null]");
        assertThat(decoder.error("{\"schema\":{},\"payload\":" + change.replace(":7}", ":\"7\"}") + "}"))
                .isEqualTo("payload.after.district: expected INT, got string \"7\"");
        assertThat(decoder.code("{\"schema\":{},\"payload\":null}")).isEqualTo("MISSING_FIELD");
        assertThat(decoder.code(change)).isEqualTo("MISSING_FIELD");
    }

    @Test
    void forgottenSchemaIncludeIsNamed() {
        assertThat(accounts.error("{\"schema\":{},\"payload\":" + change("null", "{\"id\":1}", "c") + "}"))
                .contains("'guarded.debezium-json.schema-include' = 'true'");
    }

    @Test
    void metadataOfTheInnerFormatMixesWithOurs() {
        GuardedDecoder decoder = accounts.withMetadata("source.table", "error-code", "ingestion-timestamp", "error");

        assertThat(decoder.decode(change("null", "{\"id\":1}", "c")))
                .containsExactly("+I[1, null, null, account, null, 2023-11-14T22:13:20.001Z, null]");
        assertThat(decoder.decode(change("null", "{\"id\":1}", "c").replace("1700000000001", "\"now\"")))
                .containsExactly(
                        "+I[0, null, null, null, WRONG_TYPE, null, ts_ms: expected BIGINT, got string \"now\"]");
    }

    @Test
    void changelogIsThatOfTheInnerFormat() {
        assertThat(accounts.format().getChangelogMode().containsOnly(org.apache.flink.types.RowKind.INSERT))
                .isFalse();
        assertThat(GuardedDecoder.of("json", ACCOUNT)
                        .format()
                        .getChangelogMode()
                        .containsOnly(org.apache.flink.types.RowKind.INSERT))
                .isTrue();
    }

    private static String change(String before, String after, String operation) {
        return "{\"before\":" + before + ",\"after\":" + after + "," + SOURCE + "\"op\":\"" + operation
                + "\",\"ts_ms\":1700000000001}";
    }
}
