package io.elt.project;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class JobPerTest {
    @ParameterizedTest
    @CsvSource({
        "FILE, sql/dws_deposit.sql, dws_deposit",
        "LAYER, sql/dws_deposit.sql, dws",
        "LAYER, sql/nested/dwd_account.sql, dwd",
        "LAYER, sql/report.sql, report",
        "PROJECT, sql/dws_deposit.sql, bank",
        "PROJECT, sql/report.sql, bank",
    })
    void aJobIsNamedByWhatItHolds(JobPer per, String path, String job) {
        String name = path.substring(path.lastIndexOf('/') + 1).replace(".sql", "");

        assertThat(per.job(new SourceFile(path, name, ""), "bank")).isEqualTo(job);
    }
}
