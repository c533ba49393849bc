package io.elt.plan;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.plan.operator.Operator;
import io.elt.plan.operator.OperatorType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What two INSERTs read together loses no delete. */
class LostDeletesTest {
    private static final String VIEW =
            """
            CREATE TEMPORARY VIEW bookings AS
            SELECT branch, booked_on, COUNT(*) AS bookings FROM lake.l.booking GROUP BY branch, booked_on;
            """;
    private static final String ALL =
            """
            INSERT INTO lake.l.branch_day SELECT branch, booked_on, bookings FROM bookings;
            """;
    private static final String LAST =
            """
            INSERT INTO lake.l.last_day SELECT branch, MAX(booked_on) FROM bookings GROUP BY branch;
            """;
    private static final String FIRST =
            """
            INSERT INTO lake.l.last_day SELECT branch, booked_on
            FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY branch ORDER BY booked_on DESC) AS place FROM bookings)
            WHERE place = 1;
            """;
    private static final String TABLES =
            """
            CREATE DATABASE IF NOT EXISTS lake.l;
            CREATE TABLE IF NOT EXISTS lake.l.booking (
                id INT NOT NULL, branch INT NOT NULL, booked_on DATE NOT NULL, PRIMARY KEY (id) NOT ENFORCED
            );
            CREATE TABLE IF NOT EXISTS lake.l.branch_day (
                branch INT NOT NULL, booked_on DATE NOT NULL, bookings BIGINT NOT NULL,
                PRIMARY KEY (branch, booked_on) NOT ENFORCED
            );
            CREATE TABLE IF NOT EXISTS lake.l.last_day (
                branch INT NOT NULL, booked_on DATE NOT NULL, PRIMARY KEY (branch) NOT ENFORCED
            );
            """;

    @TempDir
    private Path folder;

    private SqlFiles files;

    @BeforeEach
    void makeTables() {
        files = SqlFiles.in(folder)
                .file("sql/ods_booking.sql", TABLES)
                .setting("table.exec.mini-batch.enabled", "true")
                .setting("table.exec.mini-batch.allow-latency", "1 s")
                .setting("table.exec.mini-batch.size", "100");
    }

    @Test
    void aJobOfSeveralInsertsAggregatesInOnePhase() {
        Checked checked = files.file("sql/dws_job.sql", VIEW + ALL + LAST).checkedWell();

        assertThat(checked.plan().job("dws_job").orElseThrow().settings())
                .containsEntry("table.optimizer.agg-phase-strategy", "ONE_PHASE");
        assertThat(types(checked))
                .contains(OperatorType.GROUP_AGGREGATE)
                .doesNotContain(OperatorType.LOCAL_GROUP_AGGREGATE, OperatorType.GLOBAL_GROUP_AGGREGATE);
    }

    @Test
    void alsoIfTheProjectWantsTwo() {
        Plan plan = files.setting("table.optimizer.agg-phase-strategy", "TWO_PHASE")
                .file(
                        "sql/dws_job.sql",
                        "SET 'table.optimizer.agg-phase-strategy' = 'TWO_PHASE';\n" + VIEW + ALL + LAST)
                .plan();

        assertThat(plan.job("dws_job").orElseThrow().settings())
                .containsEntry("table.optimizer.agg-phase-strategy", "ONE_PHASE");
    }

    @Test
    void aJobOfOneInsertKeepsTheTwoPhasesOfMiniBatches() {
        Checked checked = files.file("sql/dws_job.sql", VIEW + LAST).checkedWell();

        assertThat(checked.plan().job("dws_job").orElseThrow().settings()).isEmpty();
        assertThat(types(checked)).contains(OperatorType.GLOBAL_GROUP_AGGREGATE);
    }

    @Test
    void aBatchHasNoDeletes() {
        Plan plan = files.file("sql/dws_job.sql", "SET 'execution.runtime-mode' = 'batch';\n" + VIEW + ALL + LAST)
                .plan();

        assertThat(plan.job("dws_job").orElseThrow().settings())
                .doesNotContainKey("table.optimizer.agg-phase-strategy");
    }

    @Test
    void aRankThatWouldForgetDeletesIsRefusedWhereItStands() {
        List<Diagnostic> problems =
                files.file("sql/dws_job.sql", VIEW + ALL + FIRST).checked().problems();

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.DELETES_LOST);
            assertThat(problem.span().orElseThrow().toString()).startsWith("sql/dws_job.sql:4:1");
        });
    }

    @Test
    void inAFileOfItsOwnItIsRight() {
        assertThat(files.file("sql/dws_job.sql", VIEW + ALL)
                        .file("sql/dws_first.sql", VIEW + FIRST)
                        .checked()
                        .problems())
                .isEmpty();
    }

    @Test
    void insertsThatShareNothingMayRank() {
        assertThat(files.file(
                                "sql/dws_job.sql",
                                "INSERT INTO lake.l.branch_day SELECT branch, booked_on, 1 FROM lake.l.booking;\n"
                                        + VIEW + FIRST)
                        .checked()
                        .problems())
                .isEmpty();
    }

    private static List<OperatorType> types(Checked checked) {
        return checked.operators().stream()
                .flatMap(job -> job.operators().stream())
                .map(Operator::type)
                .toList();
    }
}
