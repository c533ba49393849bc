package io.elt.local.starrocks.sql;

import io.elt.local.starrocks.model.StarRocksException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Shapes of rewritten queries; what they answer is in the SQL files. */
final class QueryRewriterTest {
    private final QueryRewriter rewriter = new QueryRewriter(new SessionContext() {
        @Override
        public Optional<String> database() {
            return Optional.of("ads");
        }

        @Override
        public String user() {
            return "root";
        }

        @Override
        public int connectionId() {
            return 7;
        }

        @Override
        public String systemVariable(String name) throws StarRocksException {
            if (name.equals("version")) {
                return "8.0.33";
            }
            throw StarRocksException.unknownVariable(name);
        }

        @Override
        public Optional<String> userVariable(String name) {
            return Optional.empty();
        }
    });

    private String rewrite(String sql) throws StarRocksException {
        return rewriter.rewrite(SqlLexer.statements(sql).get(0))
                .replaceAll("\\s+", " ")
                .strip();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "SELECT `a` FROM `t` ~ SELECT \"a\" FROM \"t\"",
                "SELECT a FROM t LIMIT 5, 10 ~ SELECT a FROM t LIMIT 10 OFFSET 5",
                "SELECT a FROM default_catalog.ads.t ~ SELECT a FROM \"ads\" . \"t\"",
                "SELECT a FROM INFORMATION_SCHEMA.`TABLES` ~ SELECT a FROM _information_schema . \"TABLES\"",
                "SELECT a <=> b AS c ~ SELECT a IS NOT DISTINCT FROM b AS c",
                "SELECT a AS 'x' ~ SELECT a AS \"x\"",
                "SELECT x.offset AS o FROM x ~ SELECT \"x\" . \"offset\" AS o FROM x",
                "SELECT a FROM t JOIN [SHUFFLE] u ON a = b ~ SELECT a FROM t JOIN u ON a = b",
                "SELECT a FROM t WHERE b LIKE 'x' ~ SELECT a FROM t WHERE b LIKE 'x'",
                "SELECT 1 AS a FROM DUAL ~ SELECT 1 AS a",
                "SELECT a FROM t WHERE d > NOW() - INTERVAL 1 DAY ~ SELECT a FROM t WHERE d > _functions.now() - INTERVAL ( 1) DAY"
            })
    void writesDuckDbsDialect(String starrocks, String duckdb) throws Exception {
        assertThat(rewrite(starrocks)).isEqualTo(duckdb);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "SELECT COUNT(*) FROM t ~ AS \"COUNT(*)\"",
                "SELECT a, SUM(b)/2 FROM t ~ AS \"SUM(b)/2\"",
                "SELECT * FROM (SELECT MAX( a ) FROM t) x ~ AS \"MAX( a )\"",
                "SELECT 1 ~ AS \"1\"",
                "SELECT SUM(a) total FROM t ~ AS \"total\"",
                "SELECT d + INTERVAL 1 DAY FROM t ~ AS \"d + INTERVAL 1 DAY\"",
                "SELECT CASE WHEN a THEN b END ~ AS \"CASE WHEN a THEN b END\"",
                "SELECT SUM(a) OVER w FROM t ~ AS \"SUM(a) OVER w\""
            })
    void namesResultColumnsByWhatWasWritten(String sql, String alias) throws Exception {
        assertThat(rewrite(sql)).contains(alias);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "SELECT a FROM t",
                "SELECT t.a, t.* FROM t",
                "SELECT SUM(a) total FROM t",
                "SELECT a + 1 `b` FROM t"
            })
    void leavesNamedColumnsAlone(String sql) throws Exception {
        assertThat(rewrite(sql))
                .doesNotContain(" AS \"SUM")
                .doesNotContain(" AS \"a")
                .doesNotContain("AS AS");
    }

    @Test
    void asksTheSession() throws Exception {
        assertThat(rewrite("SELECT @@version AS v, DATABASE() AS d, CONNECTION_ID() AS c, @x AS x"))
                .isEqualTo("SELECT '8.0.33' AS v , 'ads' AS d , 7 AS c , NULL AS x");
        assertThatThrownBy(() -> rewrite("SELECT @@nothing")).hasMessage("Unknown system variable 'nothing'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%Y-%m-%d %H:%i:%s | %Y-%m-%d %H:%M:%S",
                "%M %W %b %a | %B %A %b %a",
                "%c/%e %k:%l %p | %-m/%-d %-H:%-I %p",
                "%T | %H:%M:%S",
                "100%% | 100%%",
                "yyyyMMdd | %Y%m%d"
            })
    void convertsDatePatterns(String mysql, String strftime) throws Exception {
        assertThat(DatePattern.convert(mysql)).isEqualTo(strftime);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT DATE_FORMAT(a, '%D') | %D in a date pattern",
                "SELECT DATE_FORMAT(a, b) | a date pattern that is not a literal",
                "SELECT CONVERT(a USING utf8) | CONVERT ... USING",
                "SELECT 2 ^ 3 | the operator ^",
                "SELECT CAST(a AS BITMAP) | the type BITMAP"
            })
    void saysWhatItDoesNotDo(String sql, String what) {
        assertThatThrownBy(() -> rewrite(sql)).hasMessageContaining("not supported by the embedded StarRocks: " + what);
    }
}
