package io.elt.cli.run;

import io.elt.local.bank.BankLoader;
import io.elt.local.bank.BankSource;
import io.elt.local.bank.BankTraffic;
import io.elt.local.bank.TrafficSpec;
import io.elt.local.bank.generate.BankSpec;
import io.elt.local.bank.truth.BranchTruth;
import io.elt.mariadb.CoreDatabase;
import io.elt.mariadb.MariaDb;
import io.elt.mariadb.MysqlPage;
import io.elt.serving.StarRocks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

/** The bank with four of its tables in a database, bound by the target of the page, the files as they are. */
class MysqlBankIT {
    private static final int CHANGES = 600;
    private static final BankSource BANK = BankSource.generated(BankSpec.demo().withTransactions(3_000));

    /** What of an account comes from the database, by its own SQL. */
    private static final String ACCOUNTS =
            """
            SELECT a.account_id, a.district_id, c.client_id, c.district_id, COUNT(l.loan_id), COALESCE(SUM(l.amount), 0.00)
            FROM account a
            LEFT JOIN disposition o ON o.disp_id =
                (SELECT MIN(d.disp_id) FROM disposition d WHERE d.account_id = a.account_id AND d.type = 'OWNER')
            LEFT JOIN client c ON c.client_id = o.client_id
            LEFT JOIN loan l ON l.account_id = a.account_id
            GROUP BY a.account_id, a.district_id, c.client_id, c.district_id
            ORDER BY a.account_id
            """;

    private static final String SERVED =
            """
            SELECT account_id, district_id, owner_id, owner_district_id, loans, loans_granted
            FROM ads.account ORDER BY account_id
            """;

    @TempDir
    private Path folder;

    @Test
    void theBranchesAreTheSameAsOverKafka() throws Exception {
        MysqlPage page = MysqlPage.read();
        ProjectCopy project = ProjectCopy.in(folder.resolve("bank"));
        Path declaration = project.folder().resolve("elt.yaml");
        project.write("elt.yaml", Files.readString(declaration) + page.target());
        try (MariaDb server = page.start(folder.resolve("mariadb"))) {
            CoreDatabase core = CoreDatabase.create(server);
            core.load(BANK);
            String port = "core_db_port=" + server.port();
            try (EltProcess elt =
                    EltProcess.start(project, MysqlPage.environment(), "run", "-t", "core-db", "--var", port)) {
                elt.await(() -> assertThat(elt.log()).contains("START ods_account"));
                BankLoader.load(elt.kafka(), BANK);
                live(elt.kafka());
                core.follow(elt.kafka());

                BranchTruth truth = BranchTruth.read(elt.kafka());
                elt.await(() -> {
                    try (StarRocks starRocks = elt.starRocks()) {
                        assertThat(BranchCheck.read(starRocks)
                                        .differences(truth.rows())
                                        .rows())
                                .isEmpty();
                    }
                });
                elt.awaitRows(SERVED, server.query(ACCOUNTS));
                assertThat(elt.interrupt()).as(elt::log).isZero();
                assertThat(elt.log())
                        .as("what the connector says by itself is in the log")
                        .doesNotContain("BinaryLogClient", MariaDb.PASSWORD);
            }
        }
    }

    private static void live(String kafka) throws IOException {
        try (BankTraffic traffic = BankTraffic.start(kafka, TrafficSpec.perSecond(500))) {
            Retry.until(Duration.ofMinutes(1), () -> assertThat(traffic.counts().totalChanges())
                    .isGreaterThan(CHANGES));
            traffic.stop();
        }
    }
}
