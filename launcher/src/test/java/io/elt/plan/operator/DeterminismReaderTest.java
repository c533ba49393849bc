package io.elt.plan.operator;

import io.elt.plan.SqlFiles;
import io.elt.plan.operator.Nondeterminism.Cause;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Values that are not the same again when their row is taken back. */
class DeterminismReaderTest {
    @TempDir
    private Path folder;

    private SqlFiles files;

    @BeforeEach
    void makeTables() {
        files = SqlFiles.in(folder)
                .file(
                        "sql/ods_a.sql",
                        """
                        CREATE DATABASE IF NOT EXISTS lake.l;
                        CREATE TABLE lake.l.a (id INT NOT NULL, word STRING, PRIMARY KEY (id) NOT ENFORCED)
                            WITH ('changelog-producer' = 'input');
                        CREATE TABLE lake.l.c (id INT NOT NULL, word STRING, PRIMARY KEY (id) NOT ENFORCED);
                        """);
    }

    private JobOperators job(String sql) {
        return files.file("sql/dwd_job.sql", sql).checkedWell().operators().get(0);
    }

    @Test
    void aGroupByAFunctionThatChangesIsFoundWithItsColumn() {
        JobOperators job = job("INSERT INTO lake.l.c SELECT MAX(id), tag FROM"
                + " (SELECT id, word || UUID() AS tag FROM lake.l.a) GROUP BY tag;");

        assertThat(job.nondeterminism()).singleElement().satisfies(found -> {
            assertThat(job.operator(found.operator()).type()).isEqualTo(OperatorType.GROUP_AGGREGATE);
            assertThat(found.columns()).containsExactly("tag");
            assertThat(found.cause()).isEqualTo(Cause.FUNCTION);
            assertThat(found.name()).isEqualTo("UUID");
        });
    }

    @Test
    void aKeyOfASinkThatChangesIsFoundAtTheSink() {
        JobOperators job = job("INSERT INTO lake.l.c SELECT RAND_INTEGER(10), word FROM lake.l.a;");

        assertThat(job.nondeterminism()).singleElement().satisfies(found -> {
            assertThat(job.operator(found.operator()).type()).isEqualTo(OperatorType.SINK);
            assertThat(found.columns()).containsExactly("EXPR$0");
            assertThat(found.name()).isEqualTo("RAND_INTEGER");
        });
    }

    @Test
    void aLookupUnderAnUpdateIsFoundWithWhatItBrings() {
        JobOperators job = job(
                """
                CREATE TEMPORARY VIEW v AS SELECT id, word, PROCTIME() AS p FROM lake.l.a;
                INSERT INTO lake.l.c SELECT CHAR_LENGTH(c.word), v.word FROM v
                LEFT JOIN lake.l.c FOR SYSTEM_TIME AS OF v.p AS c ON c.id = v.id;
                """);

        assertThat(job.nondeterminism()).singleElement().satisfies(found -> {
            assertThat(job.operator(found.operator()).type()).isEqualTo(OperatorType.LOOKUP_JOIN);
            assertThat(found.cause()).isEqualTo(Cause.LOOKUP);
            assertThat(found.name()).isEqualTo("lake.l.c");
            assertThat(found.columns()).isNotEmpty();
        });
    }

    @Test
    void metadataOfAChangeSourceChangesWithEachMessage() {
        JobOperators job = job(
                """
                CREATE TEMPORARY TABLE change (id INT, word STRING, ts TIMESTAMP_LTZ(3) METADATA FROM 'timestamp')
                WITH ('connector' = 'kafka', 'topic' = 't', 'properties.bootstrap.servers' = 'nowhere:1',
                    'format' = 'debezium-json');
                INSERT INTO lake.l.c SELECT MAX(id), CAST(ts AS STRING) FROM change GROUP BY ts;
                """);

        assertThat(job.nondeterminism()).singleElement().satisfies(found -> {
            assertThat(found.cause()).isEqualTo(Cause.METADATA);
            assertThat(found.columns()).containsExactly("ts");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id, word || UUID() FROM lake.l.a",
                "SELECT id, word FROM lake.l.a",
                "SELECT MAX(id), word FROM lake.l.a GROUP BY word",
                "SELECT id, CAST(CURRENT_DATE AS STRING) FROM lake.l.a",
            })
    void whatIsRepeatableOrOverwrittenByKeyIsNotFound(String query) {
        assertThat(job("INSERT INTO lake.l.c " + query + ";").nondeterminism()).isEqualTo(List.of());
    }
}
