package io.elt.cli.run;

import io.elt.cli.run.ProjectCopy.Outcome;
import io.elt.local.bank.event.BankEvents;
import io.elt.local.bank.event.BankRecord;
import io.elt.local.bank.event.BankTable;
import io.elt.local.bank.event.Row;
import io.elt.local.bank.log.BankPublisher;
import io.elt.metrics.Exposition;
import io.elt.metrics.Monitoring;
import io.elt.plan.FileAddress;
import io.elt.plan.TableName;
import io.elt.submit.SavedState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

/** One project's life: some of it is run, then all of it while the bank changes, then it is interrupted and goes on. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RunIT {
    private static final Set<String> JOBS = Set.of(
            "ods_account",
            "ods_client",
            "ods_disposition",
            "ods_district",
            "ods_loan",
            "ods_transaction",
            "dim_district",
            "dwd_account",
            "dwd_client",
            "dwd_loan",
            "dwd_transaction",
            "dws_account",
            "dws_deposit",
            "dws_loan",
            "ads_account",
            "ads_branch",
            "ads_branch_daily");
    private static final String TABLE = "flink_taskmanager_job_task_operator_elt_project_layer_elt_job_table_";
    private static final TableName DEPOSIT = new TableName("lake", "dws", "deposit");
    private static final TableName DEPOSIT_DAILY = new TableName("lake", "dws", "deposit_daily");
    private static final BankEvents EVENTS = new BankEvents(System::currentTimeMillis);

    @TempDir
    private static Path folder;

    private static ProjectCopy project;
    private static EltProcess elt;
    private static BankPublisher bank;

    @BeforeAll
    static void start() throws IOException {
        project = ProjectCopy.in(folder);
        elt = EltProcess.start(project, "run");
        elt.await(() -> assertThat(running()).as(elt::log).isEqualTo(JOBS));
        bank = BankPublisher.open(elt.kafka());
    }

    @AfterAll
    static void stop() {
        bank.close();
        elt.close();
    }

    private static Set<String> running() {
        return Pattern.compile("(\\w+)\\W+running\\b")
                .matcher(elt.log())
                .results()
                .map(match -> match.group(1))
                .collect(toSet());
    }

    private static void send(BankRecord... records) throws IOException {
        for (BankRecord record : records) {
            bank.send(record);
        }
        bank.flush();
    }

    private static BankRecord district(long id, String name) {
        return EVENTS.created(Row.of(BankTable.DISTRICT, id, name, "Podhori"));
    }

    private static Row account(long id, long district) {
        return Row.of(BankTable.ACCOUNT, id, district, "POPLATEK MESICNE", "930101");
    }

    private static Row transaction(long id, long account, String day, String type, String amount) {
        return Row.of(BankTable.TRANSACTION, id, account, day, type, "VKLAD", new BigDecimal(amount));
    }

    private static String branch(long district) {
        return "SELECT accounts, transactions, deposits FROM ads.branch WHERE district_id = " + district;
    }

    @Test
    @Order(1)
    void anAccountThatMovesTakesItsHistoryAlong() throws IOException {
        send(district(1, "Lhota"), district(2, "Brod"), EVENTS.created(account(10, 1)));
        send(
                EVENTS.created(transaction(100, 10, "930101", "PRIJEM", "100.00")),
                EVENTS.created(transaction(101, 10, "930102", "VYBER", "30.25")));
        elt.awaitRows(branch(1), "[[1, 2, 69.75]]");
        elt.awaitRows(branch(2), "[[0, 0, 0.00]]");

        send(EVENTS.updated(account(10, 1), account(10, 2)));

        elt.awaitRows(branch(1), "[[0, 0, 0.00]]");
        elt.awaitRows(branch(2), "[[1, 2, 69.75]]");
        elt.awaitRows("SELECT * FROM ads.branch_daily WHERE district_id = 1", "[]");
        elt.awaitRows(
                "SELECT booked_on, deposits FROM ads.branch_daily WHERE district_id = 2 ORDER BY booked_on",
                "[[1993-01-01, 100.00], [1993-01-02, -30.25]]");
        LakeRows lake = LakeRows.of(project);
        assertThat(lake.read(DEPOSIT, "district_id", "balance"))
                .contains(List.of("2", "69.75"))
                .noneMatch(row -> row.get(0).equals("1"));
        assertThat(lake.read(DEPOSIT_DAILY, "district_id", "deposits"))
                .contains(List.of("2", "100.00"), List.of("2", "-30.25"))
                .noneMatch(row -> row.get(0).equals("1"));
    }

    @Test
    @Order(2)
    void correctionsCancellationsAndDeletesCount() throws IOException {
        Row loan =
                Row.of(BankTable.LOAN, 1L, 30L, "930705", new BigDecimal("500.00"), 12L, new BigDecimal("41.66"), "D");
        Row second = transaction(301, 30, "930302", "VYDAJ", "1.00");
        send(
                district(3, "Horka"),
                EVENTS.created(account(30, 3)),
                EVENTS.created(account(31, 3)),
                EVENTS.created(loan));
        send(EVENTS.created(transaction(300, 30, "930301", "PRIJEM", "10.00")), EVENTS.created(second));
        send(EVENTS.created(transaction(302, 31, "930303", "PRIJEM", "7.00")));
        elt.awaitRows(branch(3), "[[2, 3, 16.00]]");

        send(EVENTS.created(transaction(300, 30, "930301", "PRIJEM", "20.50")));
        elt.awaitRows(branch(3), "[[2, 3, 26.50]]");

        send(EVENTS.created(second.with("cancelled", true)));
        elt.awaitRows(branch(3), "[[2, 2, 27.50]]");
        elt.awaitRows("SELECT loans, loans_in_debt FROM ads.branch WHERE district_id = 3", "[[1, 500.00]]");

        send(EVENTS.deleted(account(30, 3)).toArray(BankRecord[]::new));
        elt.awaitRows(branch(3), "[[1, 1, 7.00]]");
        elt.awaitRows("SELECT loans, loans_in_debt FROM ads.branch WHERE district_id = 3", "[[0, 0.00]]");
        elt.awaitRows("SELECT account_id FROM ads.account WHERE account_id IN (30, 31)", "[[31]]");
    }

    @Test
    @Order(3)
    void aTransactionMayArriveBeforeItsAccount() throws IOException {
        send(district(4, "Nova Ves"), EVENTS.created(transaction(400, 40, "930401", "PRIJEM", "3.00")));
        elt.awaitRows(branch(4), "[[0, 0, 0.00]]");

        send(EVENTS.created(account(40, 4)));

        elt.awaitRows(branch(4), "[[1, 1, 3.00]]");
    }

    @Test
    @Order(4)
    void aClientThatMovesIsFoundAtItsNewAddress() throws IOException {
        Row client = Row.of(BankTable.CLIENT, 5L, "706213", 5L);
        send(district(5, "Dolni"), district(6, "Horni"), EVENTS.created(client), EVENTS.created(account(50, 5)));
        send(EVENTS.created(Row.of(BankTable.DISPOSITION, 5L, 5L, 50L, "OWNER")));
        String owner = "SELECT owner_id, owner_sex, owner_birth_date, owner_district_id, district_id FROM ads.account"
                + " WHERE account_id = 50";
        elt.awaitRows(owner, "[[5, F, 1970-12-13, 5, 5]]");

        send(EVENTS.updated(client, client.with("district_id", 6L)));

        elt.awaitRows(owner, "[[5, F, 1970-12-13, 6, 5]]");
    }

    @Test
    @Order(5)
    void prometheusIsToldOfEachTableHowFreshItIsAndWhatWentToQuarantine() throws IOException {
        send(EVENTS.created(transaction(102, 10, "930103", "NEITHER", "1.00")));

        elt.await(() -> {
            Exposition metrics = Exposition.scrape(elt.metrics());
            Set<String> tables = metrics.values(TABLE + "freshness_seconds", "table");
            assertThat(tables)
                    .contains("lake.ods.quarantine", "lake.dwd.account", DEPOSIT.toString(), DEPOSIT_DAILY.toString())
                    .isEqualTo(metrics.values(TABLE + "records_written", "table"));
            assertThat(metrics.labels(TABLE + "freshness_seconds")).contains("project", "layer", "elt_job", "job_name");
            Map<String, String> deposit =
                    Map.of("project", "bank", "layer", "dws", "elt_job", "dws_deposit", "table", DEPOSIT.toString());
            assertThat(metrics.sum(TABLE + "records_written", deposit)).isPositive();
            assertThat(metrics.sum(TABLE + "freshness_seconds", deposit)).isBetween(0.0, 300.0);
            assertThat(metrics.sum(TABLE + "source_quarantined", Map.of("layer", "ods", "source", "transaction")))
                    .isEqualTo(1);
            assertThat(Monitoring.read().missing(metrics))
                    .as("what the rules and the dashboard of the chart ask for")
                    .isEmpty();
        });
    }

    @Test
    @Order(6)
    void whenInterruptedItStopsWithSavepointsAndGoesOnFromThem() throws IOException {
        assertThat(elt.interrupt()).as(elt::log).isZero();
        assertThat(JOBS).allSatisfy(job -> {
            SavedState state = new SavedState(FileAddress.of(project.state(job)));
            assertThat(state.latest()).get().satisfies(latest -> assertThat(latest)
                    .startsWith(state.savepoints()));
        });

        Outcome next = project.elt("run", "--once", "--output", "json");

        assertThat(next.exitCode()).as(next.err()).isZero();
        assertThat(next.err()).as("the tables are as the files say").doesNotContain("ALTER");
        assertThat(next.rows()).hasSizeGreaterThan(JOBS.size()).allSatisfy(row -> assertThat(row)
                .containsEntry("gained", "0")
                .satisfies(each -> assertThat(each.get("unit")).containsPattern("in 0 snapshots|rows, now")));
    }

    @Test
    @Order(7)
    void whatIsMissingRunsTooAndFreshReadsEverythingAgain() {
        Outcome resumed = project.elt("run", "--once", "sql/dim_district.sql", "--output", "json");
        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        assertThat(resumed.err()).doesNotContain("ALSO").contains("1 of 1 START dim_district");

        ProjectCopy other = ProjectCopy.in(folder.resolve("other"));
        Outcome first = other.elt("run", "--once", "sql/dim_district.sql", "--output", "json");
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.err())
                .contains("ALSO ods_district: tables that the selection reads do not exist yet")
                .containsSubsequence("1 of 2 START ods_district", "2 of 2 START dim_district");

        Outcome fresh = project.elt("run", "--once", "--fresh", "ods_district", "--output", "json");
        assertThat(fresh.exitCode()).as(fresh.err()).isZero();
        assertThat(fresh.rows())
                .extracting(row -> Map.entry(row.get("table"), row.get("gained")))
                .as("the same rows again are no change")
                .containsExactlyInAnyOrder(Map.entry("lake.ods.district", "0"), Map.entry("lake.ods.quarantine", "0"));
        assertThat(new SavedState(FileAddress.of(project.state("ods_district"))).latest())
                .isPresent();
        assertThat(project.state("ods_district").getParent())
                .isDirectoryContaining(path -> path.getFileName().toString().startsWith("ods_district.before-"));
    }
}
