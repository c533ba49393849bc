package io.elt.cli.run;

import io.elt.cli.run.ProjectCopy.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The life of {@code dws_deposit} on the embedded cluster, while the bank's core system goes on: whatever happens to the process
 * with the JobManager, the TaskManager, the broker and StarRocks, what analysts see in the end is right.
 */
@TestMethodOrder(OrderAnnotation.class)
class LifeIT {
    private static final String[] RUN = {"run", "+ads_branch"};
    private static final double CHANGES_PER_SECOND = 50;

    @TempDir
    private static Path folder;

    private static ProjectCopy project;
    private static DepositFile file;
    private static EltProcess elt;
    private static BusyBank bank;

    @BeforeAll
    static void start() throws IOException {
        project = ProjectCopy.in(folder);
        file = DepositFile.in(project);
        elt = EltProcess.start(project, RUN);
        awaitStack();
        bank = BusyBank.loaded(elt.kafka(), elt.starRocksAddress());
        bank.live(CHANGES_PER_SECOND);
    }

    @AfterAll
    static void stop() {
        bank.close();
        elt.close();
    }

    private static void again() throws IOException {
        elt.close();
        elt = elt.again(project, RUN);
        awaitStack();
    }

    private static void awaitStack() {
        elt.await(() -> assertThat(elt.log()).contains("START ads_branch ... [OK"));
    }

    private static void settle() throws IOException {
        bank.settle();
        bank.live(CHANGES_PER_SECOND);
    }

    @Test
    @Order(1)
    void aKillInTheMiddleOfTheFirstRowsCostsNothing() throws IOException {
        bank.await("SELECT COALESCE(SUM(transactions), 0) FROM ads.branch", count -> assertThat(count)
                .isPositive());
        elt.kill();
        again();
        settle();
    }

    @Test
    @Order(2)
    void whatHasChangedWhileNothingRanIsUpgraded() throws IOException {
        assertThat(elt.interrupt()).isZero();
        file.makeWrong();

        again();

        assertThat(elt.log()).contains("ELT6013", "job dws_deposit computes rows in another way from now on");
        bank.await(DepositFile.WRONG_BRANCHES, count -> assertThat(count).isPositive());
    }

    @Test
    @Order(3)
    void afterAKillItGoesBackToWhatItWas() throws IOException {
        // The core system would give up if its broker was away for so long.
        bank.rest();
        elt.kill();

        Outcome back = project.elt("rollback", "dws_deposit", "--downstream", "--output", "json");
        assertThat(back.exitCode()).as(back.err()).isZero();
        assertThat(back.rows()).extracting(row -> row.get("job")).containsExactly("dws_deposit", "ads_branch");
        assertThat(back.rows())
                .allSatisfy(row -> assertThat(row.get("savepoint")).contains("savepoint-"));
        assertThat(back.err()).contains("warning[ELT6017]");
        file.makeRight();
        again();

        assertThat(elt.log()).doesNotContain("ELT60");
        bank.live(CHANGES_PER_SECOND);
        settle();
        bank.await(DepositFile.WRONG_BRANCHES, count -> assertThat(count).isZero());
    }

    @Test
    @Order(4)
    void itLivesOnAsIfNothingHadBeen() throws IOException {
        elt.kill();
        again();
        bank.settle();
        assertThat(elt.interrupt()).isZero();

        assertThat(project.elt("history", "dws_deposit", "--output", "json").rows())
                .extracting(row -> row.get("action"))
                .containsExactly("stop", "start", "start", "rollback", "start", "stop", "start", "start");
    }
}
