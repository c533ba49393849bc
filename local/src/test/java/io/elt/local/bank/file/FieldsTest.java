package io.elt.local.bank.file;

import io.elt.local.bank.file.Fields.Field;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FieldsTest {
    @Test
    void separatesPlainAndQuotedFields() {
        assertThat(Fields.of("1;\"a;b\";700.00").fields()).containsExactly(plain("1"), quoted("a;b"), plain("700.00"));
    }

    @Test
    void tellsAnEmptyTextFromNoValue() {
        assertThat(Fields.of("\"\";;").fields()).containsExactly(quoted(""), plain(""), plain(""));
        assertThat(quoted("").isAbsent()).isFalse();
        assertThat(plain("").isAbsent()).isTrue();
    }

    @Test
    void keepsQuotesInsideText() {
        assertThat(Fields.of("\"say \"\"hi\"\"\";2").fields()).containsExactly(quoted("say \"hi\""), plain("2"));
        assertThat(Fields.of("\"Hl. \"m\" Praha\";2").fields()).containsExactly(quoted("Hl. \"m\" Praha"), plain("2"));
        assertThat(Fields.of("ab\"c;d\"").fields()).containsExactly(plain("ab\"c"), plain("d\""));
    }

    @Test
    void noticesWhereALineEndsInsideQuotes() {
        assertThat(Fields.of("1;\"PRIJE").fields()).containsExactly(plain("1"), open("PRIJE"));
        assertThat(Fields.of("1;\"").fields()).containsExactly(plain("1"), open(""));
        assertThat(Fields.of("1;\"a;b").fields()).containsExactly(plain("1"), open("a;b"));
    }

    @Test
    void anEmptyLineIsOneFieldWithoutAValue() {
        assertThat(Fields.of("").fields()).containsExactly(plain(""));
    }

    @Test
    void aQuotedFieldMayBeTheLast() {
        assertThat(Fields.of("1;\"a\"").fields()).containsExactly(plain("1"), quoted("a"));
        assertThat(Fields.of("1;\"a\";").fields()).containsExactly(plain("1"), quoted("a"), plain(""));
    }

    private static Field plain(String text) {
        return new Field(text, false, true);
    }

    private static Field quoted(String text) {
        return new Field(text, true, true);
    }

    private static Field open(String text) {
        return new Field(text, true, false);
    }
}
