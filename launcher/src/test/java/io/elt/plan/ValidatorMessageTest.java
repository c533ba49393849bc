package io.elt.plan;

import io.elt.diagnostic.ErrorCode;
import org.apache.calcite.util.Static;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads back what Calcite itself writes, so that a new Calcite with other texts is noticed here. */
class ValidatorMessageTest {
    @Test
    void knowsCalcitesMessagesAndTheNameInThem() {
        assertRead(text(Static.RESOURCE.columnNotFound("amout").ex()), ErrorCode.COLUMN_NOT_FOUND, "amout");
        assertRead(text(Static.RESOURCE.columnNotFoundInTable("a", "t").ex()), ErrorCode.COLUMN_NOT_FOUND, "a");
        assertRead(text(Static.RESOURCE.objectNotFound("t").ex()), ErrorCode.TABLE_NOT_FOUND, "t");
        assertRead(text(Static.RESOURCE.objectNotFoundWithin("t", "lake.d").ex()), ErrorCode.TABLE_NOT_FOUND, "t");
        assertRead(text(Static.RESOURCE.tableNameNotFound("t").ex()), ErrorCode.TABLE_NOT_FOUND, "t");
        assertRead(
                text(Static.RESOURCE.validatorUnknownFunction("F(<INT>)").ex()),
                ErrorCode.FUNCTION_NOT_FOUND,
                "F(<INT>)");
        assertRead(text(Static.RESOURCE.columnAmbiguous("c").ex()), ErrorCode.NAME_AMBIGUOUS, "c");
        assertRead(text(Static.RESOURCE.canNotApplyOp2Type("+", "x", "y").ex()), ErrorCode.TYPE_MISMATCH, "+");
    }

    @Test
    void aMessageThatOnlyStartsAlikeIsAnother() {
        assertThat(ValidatorMessage.read("Column 'a' is ambiguous, or is it")).isEmpty();
        assertThat(ValidatorMessage.read("Something else")).isEmpty();
    }

    private static String text(Exception error) {
        return error.getMessage();
    }

    private static void assertRead(String text, ErrorCode code, String name) {
        assertThat(ValidatorMessage.read(text)).hasValueSatisfying(read -> {
            assertThat(read.message().code()).isEqualTo(code);
            assertThat(read.name()).contains(name);
        });
    }
}
