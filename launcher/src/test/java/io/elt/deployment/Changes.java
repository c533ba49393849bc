package io.elt.deployment;

import io.elt.plan.SqlFiles;
import io.elt.plan.operator.JobOperators;

import java.nio.file.Path;

/** One job, and ways in which an author may change it. */
enum Changes {
    NOTHING("", "", Expected.FITS, Flink.GOES_ON),
    A_COMMENT("INSERT INTO", "-- sums\nINSERT INTO", Expected.FITS, Flink.GOES_ON),
    AN_ALIAS("kind", "sorted", Expected.FITS, Flink.GOES_ON),
    A_STEP_BEHIND_THE_SUM("total, CAST", "total * 2, CAST", Expected.FITS_FROM_NOW_ON, Flink.GOES_ON),
    A_FILTER("id > 0", "id > 1", Expected.MISFIT, Flink.GOES_ON),
    ANOTHER_COLUMN_IS_SUMMED("SUM(amount)", "SUM(other)", Expected.MISFIT, Flink.GOES_ON),
    ANOTHER_KEY_OF_THE_SAME_TYPE("word AS kind", "place AS kind", Expected.MISFIT, Flink.GOES_ON),
    ONE_MORE_AGGREGATE("SUM(amount) AS total", "SUM(amount) + MAX(other) AS total", Expected.MISFIT, Flink.REFUSES),
    A_WIDER_SUM("SUM(amount)", "CAST(SUM(CAST(amount AS BIGINT)) AS INT)", Expected.MISFIT, Flink.REFUSES),
    A_JOIN("FROM lake.l.a", "FROM lake.l.a JOIN lake.l.b ON a.id = b.id2", Expected.MISFIT, Flink.REFUSES),
    ANOTHER_INSERT(
            "--more",
            "INSERT INTO lake.l.c SELECT place, MAX(amount), 1 FROM lake.l.a GROUP BY place;",
            Expected.MISFIT,
            Flink.REFUSES);

    private static final String JOB =
            """
            INSERT INTO lake.l.s
            SELECT kind, total, CAST(NULL AS INT) FROM (
                SELECT kind, SUM(amount) AS total FROM (SELECT id, amount, other, word AS kind FROM lake.l.a) AS r
                WHERE id > 0 GROUP BY kind
            ) AS summed;
            --more
            """;

    static final String TABLES =
            """
            CREATE DATABASE IF NOT EXISTS lake.l;
            CREATE TABLE IF NOT EXISTS lake.l.a (id INT NOT NULL, word STRING, place STRING, amount INT, other INT,
                PRIMARY KEY (id) NOT ENFORCED) WITH ('bucket' = '1', 'changelog-producer' = 'input');
            CREATE TABLE IF NOT EXISTS lake.l.b (id2 INT NOT NULL, PRIMARY KEY (id2) NOT ENFORCED)
                WITH ('bucket' = '1', 'changelog-producer' = 'input');
            CREATE TABLE IF NOT EXISTS lake.l.s (word STRING NOT NULL, total INT, more INT,
                PRIMARY KEY (word) NOT ENFORCED) WITH ('bucket' = '1');
            CREATE TABLE IF NOT EXISTS lake.l.c (word STRING NOT NULL, total INT, more INT,
                PRIMARY KEY (word) NOT ENFORCED) WITH ('bucket' = '1');
            """;

    private final String from;
    private final String to;
    final Expected expected;
    final Flink flink;

    /** What elt shall say. */
    enum Expected {
        FITS,
        FITS_FROM_NOW_ON,
        MISFIT
    }

    /** What Flink does with a savepoint of the job. */
    enum Flink {
        GOES_ON,
        REFUSES
    }

    Changes(String from, String to, Expected expected, Flink flink) {
        this.from = from;
        this.to = to;
        this.expected = expected;
        this.flink = flink;
    }

    String sql() {
        return JOB.replace(from.isEmpty() ? JOB : from, from.isEmpty() ? JOB : to);
    }

    JobOperators planned(Path folder) {
        return planned(folder, sql());
    }

    static JobOperators planned(Path folder, String sql) {
        return SqlFiles.in(folder)
                .file("sql/ods_a.sql", TABLES)
                .file("sql/dws_s.sql", sql)
                .checkedWell()
                .operators()
                .stream()
                .filter(job -> job.job().equals("dws_s"))
                .findFirst()
                .orElseThrow();
    }
}
