package io.elt.local.starrocks.sql;

import io.elt.local.starrocks.model.StarRocksException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class SqlLexerTest {
    private static List<String> tokens(String sql) throws StarRocksException {
        return SqlLexer.tokens(sql).stream()
                .map(token -> token.kind() + ":" + token.text())
                .toList();
    }

    @Test
    void tellsWordsNamesStringsNumbersAndSymbols() throws Exception {
        assertThat(tokens("SELECT `a``b`, 'x''y', \"q\", 1.5e-3, .5, a.b <=> ? || @v := @@session.w"))
                .containsExactly(
                        "WORD:SELECT",
                        "QUOTED:a`b",
                        "SYMBOL:,",
                        "STRING:x'y",
                        "SYMBOL:,",
                        "STRING:q",
                        "SYMBOL:,",
                        "NUMBER:1.5e-3",
                        "SYMBOL:,",
                        "NUMBER:.5",
                        "SYMBOL:,",
                        "WORD:a",
                        "SYMBOL:.",
                        "WORD:b",
                        "SYMBOL:<=>",
                        "PARAMETER:?",
                        "SYMBOL:||",
                        "USER_VARIABLE:v",
                        "SYMBOL::=",
                        "SYSTEM_VARIABLE:w");
    }

    @Test
    void readsEscapes() throws Exception {
        assertThat(SqlLexer.tokens("'a\\nb' 'a\\\\b' '50\\%' 'it\\'s' \"a\"\"b\" 'a\\xb'"))
                .extracting(Token::text)
                .containsExactly("a\nb", "a\\b", "50\\%", "it's", "a\"b", "axb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1 -- a comment\n + 2",
                "SELECT 1 # a comment; no end\n + 2",
                "SELECT /* two\nlines */ 1 + /*+ SET_VAR(x=1) */ 2",
                "SELECT /*!40101 1 */ + 2",
                "  SELECT\t1+2"
            })
    void leavesCommentsAndHintsOut(String sql) throws Exception {
        assertThat(tokens(sql)).containsExactly("WORD:SELECT", "NUMBER:1", "SYMBOL:+", "NUMBER:2");
    }

    @Test
    void twoDashesWithoutASpaceAreTwoMinuses() throws Exception {
        assertThat(tokens("5--3")).containsExactly("NUMBER:5", "SYMBOL:-", "SYMBOL:-", "NUMBER:3");
    }

    @Test
    void aNameMayStartWithADigitAndHaveLettersOfAnyLanguage() throws Exception {
        assertThat(tokens("2024_sales.účet 1e5 1e"))
                .containsExactly("WORD:2024_sales", "SYMBOL:.", "WORD:účet", "NUMBER:1e5", "WORD:1e");
    }

    @Test
    void splitsStatementsAtSemicolonsOnly() throws Exception {
        List<Sql> statements = SqlLexer.statements("SELECT ';'; ;\n-- none;\nUSE `a;b` ;");
        assertThat(statements).extracting(Sql::text).containsExactly("SELECT ';'", "USE `a;b`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT 'a", "SELECT \"a", "SELECT `a", "SELECT /* a"})
    void whatIsNotClosedIsASyntaxError(String sql) {
        assertThatThrownBy(() -> SqlLexer.tokens(sql))
                .isInstanceOf(StarRocksException.class)
                .hasMessageContaining("not closed");
    }

    @Test
    void parametersAreReplacedByTokensNotByText() throws Exception {
        Sql sql = SqlLexer.statements("SELECT ?, '?', ?").get(0);
        assertThat(sql.parameters()).isEqualTo(2);
        Sql bound = sql.bind(List.of(
                List.of(new Token(TokenKind.STRING, "x' OR 1=1", 0, 0)),
                List.of(new Token(TokenKind.NUMBER, "5", 0, 0))));
        assertThat(bound.tokens()).extracting(Token::text).containsExactly("SELECT", "x' OR 1=1", ",", "?", ",", "5");
    }
}
