package io.elt.script;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LexerTest {

    private static List<String> tokens(String sql, Dialect dialect) throws Lexer.Unterminated {
        return Lexer.tokens(sql, dialect).stream()
                .map(token -> token.kind() + " " + token.text(sql))
                .toList();
    }

    @Test
    void everyKindOfToken() throws Lexer.Unterminated {
        assertThat(tokens("a_1 'b''c' `d e`, \"f\";-- g\n/* h */ 1.5 /*+ i */", Dialect.FLINK))
                .containsExactly(
                        "WORD a_1",
                        "STRING 'b''c'",
                        "QUOTED_NAME `d e`",
                        "SYMBOL ,",
                        "STRING \"f\"",
                        "SEMICOLON ;",
                        "WORD 1",
                        "SYMBOL .",
                        "WORD 5",
                        "SYMBOL /*+",
                        "WORD i",
                        "SYMBOL */");
    }

    @Test
    void theDialectsDiffer() throws Lexer.Unterminated {
        assertThat(tokens("a // b", Dialect.FLINK)).containsExactly("WORD a");
        assertThat(tokens("a // b", Dialect.STARROCKS)).containsExactly("WORD a", "SYMBOL /", "SYMBOL /", "WORD b");
        assertThat(tokens("'a\\' b", Dialect.FLINK)).containsExactly("STRING 'a\\'", "WORD b");
        assertThat(tokens("'a\\' b'", Dialect.STARROCKS)).containsExactly("STRING 'a\\' b'");
    }

    @Test
    void quotesAreTakenOff() throws Lexer.Unterminated {
        String sql = "'it''s' `a``b` \"c\"\"d\"";
        assertThat(Lexer.tokens(sql, Dialect.FLINK).stream().map(token -> token.unquoted(sql)))
                .containsExactly("it's", "a`b", "c\"d");
    }

    @Test
    void whatIsOpenIsNamed() {
        assertThatThrownBy(() -> Lexer.tokens("a 'b", Dialect.FLINK))
                .isInstanceOfSatisfying(Lexer.Unterminated.class, e -> {
                    assertThat(e.what()).isEqualTo("string");
                    assertThat(e.start()).isEqualTo(2);
                });
    }

    /** Whatever the input: tokens are in order, within the text, and never empty; or something is open. */
    @Test
    void anyTextIsCutOrRefused() {
        Random random = new Random(7);
        String letters = "a1 ;'\"`-/*+\\\n,.()é";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder sql = new StringBuilder();
            for (int length = random.nextInt(30); length > 0; length--) {
                sql.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertWellFormed(sql.toString(), Dialect.values()[i % 2]);
        }
    }

    private static void assertWellFormed(String sql, Dialect dialect) {
        List<Token> tokens;
        try {
            tokens = Lexer.tokens(sql, dialect);
        } catch (Lexer.Unterminated e) {
            assertThat("'\"`/").as(sql).contains(sql.substring(e.start(), e.start() + 1));
            return;
        }
        int at = 0;
        for (Token token : tokens) {
            assertThat(token.start()).as(sql).isGreaterThanOrEqualTo(at);
            assertThat(token.end()).as(sql).isGreaterThan(token.start()).isLessThanOrEqualTo(sql.length());
            at = token.end();
        }
    }
}
