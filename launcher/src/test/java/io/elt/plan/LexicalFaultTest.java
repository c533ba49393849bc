package io.elt.plan;

import io.elt.diagnostic.Diagnostic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LexicalFaultTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8203 | the character U+200B cannot stand here | it looks like nothing, or like a space: remove it, or"
                        + " write a plain space",
                "160 | the character U+00A0 cannot stand here | it looks like nothing, or like a space: remove it, or"
                        + " write a plain space",
                "8216 | the character U+2018 cannot stand here | texts stand in straight quotes: 'text'",
                "65292 | the character U+FF0C cannot stand here | outside of texts and of names in backticks only plain"
                        + " ASCII signs can stand",
                "1 | the character U+0001 cannot stand here | remove it",
            })
    void aLetterIsNamed(int letter, String message, String hint) {
        Diagnostic said = LexicalFault.read(
                        "Lexical error at line 1, column 25.  Encountered: \"x\" (" + letter + "), after : \"\"")
                .orElseThrow();

        assertThat(said.message()).isEqualTo(message);
        assertThat(said.hint()).hasValue(hint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Lexical error at line 1, column 2.  Encountered: ' ' (32), after : '``' | a name cannot be empty",
                "Lexical error at line 1, column 2.  Encountered: 'x' (10), after : '`a' | a name in backticks ends in its line",
                "Length of identifier 'abcdefghijabcdefghijabcdefghijabcdefghij' must be less than or equal to 20 characters |"
                        + " the name 'abcdefghijabcdefghijabcdefghij...' has 40 letters; 20 are allowed",
            })
    void namesHaveLimits(String parser, String message) {
        String said = parser.startsWith("Lexical") ? parser.replace("'", "\"") : parser;

        assertThat(LexicalFault.read(said).orElseThrow().message()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource({"SQL parse failed", "''"})
    void otherFaultsAreNotItsBusiness(String message) {
        assertThat(LexicalFault.read(message)).isEmpty();
    }
}
