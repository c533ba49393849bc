package io.elt.udf.guarded;

import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.types.DataType;
import org.junit.jupiter.api.Test;

import java.util.Map;

import static org.apache.flink.table.api.DataTypes.FIELD;
import static org.apache.flink.table.api.DataTypes.ROW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is said when the table is planned, before any record is read. */
class GuardedOptionsTest {

    private static final DataType TABLE = ROW(FIELD("id", DataTypes.INT()), FIELD("_error", DataTypes.STRING()));

    @Test
    void unknownOptionsAreNamed() {
        refuses("Unsupported options:\n\nguarded.max-bytes\n", "json", "max-bytes", "1");
        refuses("Unsupported options:\n\nguarded.json.scheme-include\n", "json", "json.scheme-include", "true");
        refuses(
                "Unsupported options:\n\nguarded.debezium-json.schema-include\n",
                "json",
                "debezium-json.schema-include",
                "true");
    }

    @Test
    void knownOptionsOfTheInnerFormatAreListed() {
        refuses("guarded.debezium-json.schema-include", "debezium-json", "debezium-json.schema", "true");
    }

    @Test
    void ignoredErrorsAreRefused() {
        refuses("Leave it out", "json", "json.ignore-parse-errors", "true");
        assertThat(GuardedDecoder.of("json", TABLE, "json.ignore-parse-errors", "false")
                        .code("{"))
                .isEqualTo("TRUNCATED");
    }

    @Test
    void innerFormatMustExist() {
        refuses("Could not find any factory for identifier 'jason'", "jason");
        refuses("makes no sense", "guarded");
        assertThatThrownBy(() -> GuardedDecoder.format(TABLE, Map.of()))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("format");
    }

    @Test
    void optionsOfTheInnerFormatAreValidatedByIt() {
        refuses(
                "Unsupported value 'UNIX' for timestamp-format.standard",
                "json",
                "json.timestamp-format.standard",
                "UNIX");
    }

    @Test
    void limitMustFitAnArray() {
        refuses("guarded.max-record-bytes must be between", "json", "max-record-bytes", "3 gb");
        refuses("guarded.max-record-bytes must be between", "json", "max-record-bytes", "0 b");
    }

    @Test
    void keyFormatIsRefused() {
        assertThatThrownBy(() -> GuardedDecoder.format(TABLE, Map.of("format", "raw"), Map.of("key.format", "guarded")))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("'key.format' = 'raw'");
    }

    @Test
    void errorMustBeVisible() {
        assertThatThrownBy(() -> GuardedDecoder.of("json", TABLE).withMetadata("raw"))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("tells bad rows from good ones");
    }

    @Test
    void errorColumnMustBeDeclaredAsSuch() {
        refuses("'_problem', which is not a column", "json", "error-column", "_problem");
        refuses("must be declared STRING", "json", "error-column", "id");
        refuses("must be declared BYTES", "json", "raw-column", "_error");
    }

    @Test
    void errorColumnTakesTheReason() {
        GuardedDecoder decoder =
                GuardedDecoder.of("json", TABLE, "error-column", "_error").withMetadata();

        assertThat(decoder.decode("{\"id\": 1, \"_error\": \"forged\"}")).containsExactly("+I[1, null]");
        assertThat(decoder.decode("{\"id\": 1.5}")).containsExactly("+I[null, id: expected INT, got number 1.5]");
    }

    @Test
    void metadataOfTheInnerFormatIsListedAfterOurs() {
        assertThat(GuardedDecoder.of("debezium-json", TABLE).format().listReadableMetadata())
                .containsKeys("error", "error-code", "raw", "ingestion-timestamp", "source.table");
    }

    private static void refuses(String message, String innerFormat, String... options) {
        assertThatThrownBy(() -> GuardedDecoder.of(innerFormat, TABLE, options))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining(message);
    }
}
