package io.elt.cli;

import io.elt.unittest.run.UnitTestProjects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code elt test} on whole projects: what passes, what fails and how that is told. */
class TestCommandIT {
    @TempDir
    private Path folder;

    /** Merge engines, lookups, clocks, watermarks, chains, variables, fixtures. */
    @Test
    void casesPassWhenTheSqlIsRight() {
        Called called = test(UnitTestProjects.copy("green", folder));

        assertThat(called.err()).doesNotContain("ELT").endsWith("9 cases: 9 passed\n");
        assertThat(called.exitCode()).isZero();
        assertThat(called.out().lines().filter(line -> line.contains(" passed ")))
                .hasSize(9);
    }

    @Test
    void eachFailureIsToldWhereItsCaseStands() throws Exception {
        Path project = UnitTestProjects.copy("red", folder);
        Path report = folder.resolve("reports/elt.xml");

        Called called = test(project, "--junit", report.toString(), "--output", "json");

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.err())
                .contains("1 of 6 tests/order.yaml: passes ... [OK in ")
                .contains("2 of 6 tests/order.yaml: holds other rows ... [FAILED in ")
                .contains(
                        """
                        tests/order.yaml:14:5: error[ELT6101]: holds other rows: lake.ods.order holds other rows
                          14 |     lake.ods.order:
                             |     ^^^^^^^^^^^^^^
                                      order_id  amount
                          expected    1         11.00
                          actual      1         10.00
                                                ^^^^^
                          missing     2         20.00
                          unexpected  3         30.00
                        """)
                .contains("sql/dwd_order.sql:13:1: error[ELT2308]: 'now' cannot be set for SQL that uses PROCTIME()")
                .contains(
                        "tests/order.yaml:23:9: error[ELT6103]: fails in Flink: the job failed: Column 'name' is NOT NULL")
                .contains("tests/order.yaml:29:9: error[ELT2301]: there is no file 'ods_oder' below sql/")
                .contains("hint: did you mean 'ods_order'?")
                .contains("tests/order.yaml:34:17: error[ELT3003]: there is no variable 'leest'")
                .endsWith("6 cases: 1 passed, 2 failed, 3 with errors\n");
        assertThat(called.out())
                .contains("\"case\":\"holds other rows\",\"result\":\"failed\"")
                .contains("\"case\":\"passes\",\"result\":\"passed\"");
        assertThat(Files.readString(report))
                .contains("tests=\"6\" failures=\"2\" errors=\"3\" skipped=\"0\"")
                .contains("<failure message=\"holds other rows: lake.ods.order holds other rows\" type=\"ELT6101\">")
                .doesNotContain("\u001b");
    }

    @Test
    void whatCameOutIsWrittenIntoTheCase() throws Exception {
        Path project = UnitTestProjects.copy("red", folder);
        Path file = project.resolve("tests/order.yaml");
        String before = Files.readString(file);

        Called called = test(project, "--case", "*other rows", "--update");

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.err()).endsWith("1 file was rewritten: look at the difference, then run the cases again\n");
        assertThat(Files.readString(file))
                .isEqualTo(before.replace("amount: 11.00}   # one", "amount: 10.00}   # one")
                        .replace("- {order_id: 2, amount: 20.00}   # two", "- {order_id: 3, amount: 30.00}"));
        assertThat(test(project, "--case", "*other rows").exitCode()).isZero();
    }

    @Test
    void onlyWhatIsSelectedRunsAndTheFirstFailureMayEndIt() {
        Path project = UnitTestProjects.copy("red", folder);

        Called first = test(project, "ods_order", "--case", "holds*", "--case", "p*");
        Called named = test(project, "dim_customer", "--fail-fast");

        assertThat(first.err()).contains("2 cases: 1 passed, 1 failed");
        assertThat(named.err()).contains("1 case: 1 failed");
    }

    @Test
    void aWrongFileOfCasesIsToldBeforeAnythingRuns() throws Exception {
        Path project = UnitTestProjects.copy("red", folder);
        Files.writeString(project.resolve("tests/order.yaml"), "- {name: a, fil: ods_order, expect: {t: 5}}\n");

        Called called = test(project);

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.err())
                .contains("tests/order.yaml:1:3: error[ELT2104]: the case has no 'file'")
                .contains("tests/order.yaml:1:13: error[ELT2102]")
                .contains("hint: did you mean 'file'?")
                .contains("tests/order.yaml:1:41: error[ELT2105]: 't' is a number, not a list of rows");
    }

    @Test
    void nothingToRunIsAFailure() throws Exception {
        Path project = UnitTestProjects.copy("red", folder);

        Called none = test(project, "--case", "nothing like this");
        Files.delete(project.resolve("tests/order.yaml"));
        Called empty = test(project);

        assertThat(List.of(none.exitCode(), empty.exitCode())).containsOnly(1);
        assertThat(none.err()).contains("error[ELT2309]: no case is selected");
        assertThat(empty.err()).contains("error[ELT2309]: there is no case in tests/");
    }

    /** The project of this repository is tested by its own cases. */
    @Test
    void theBankPasses() {
        Path bank = Path.of("..").toAbsolutePath().normalize();

        Called called = test(bank);

        assertThat(called.err()).doesNotContain("ELT");
        assertThat(called.exitCode()).isZero();
    }

    @Test
    void eachFileOfTheBankHasACase() throws Exception {
        Path bank = Path.of("..").toAbsolutePath().normalize();
        try (var files = Files.list(bank.resolve("sql"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString().replace(".sql", ".yaml")))
                    .hasSizeGreaterThan(15)
                    .allSatisfy(name ->
                            assertThat(bank.resolve("tests").resolve(name)).exists());
        }
    }

    private static Called test(Path project, String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "test";
        all[1] = "-C";
        all[2] = project.toString();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return Called.with(Map.of("NO_COLOR", "1"), all);
    }
}
