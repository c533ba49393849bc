package io.elt.cli.run;

import io.elt.cli.run.ProjectCopy.Outcome;
import io.elt.local.EmbeddedStack;
import io.elt.local.bank.BankSource;
import io.elt.local.bank.event.BankEvents;
import io.elt.local.bank.event.BankTable;
import io.elt.local.bank.generate.BankSpec;
import io.elt.local.bank.truth.BranchTruth;
import io.elt.plan.TableName;
import io.elt.status.Lake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code elt demo --once}: the whole warehouse, compared with what its own recomputation and this test say. */
class DemoIT {
    private static final long TRANSACTIONS = 3_000;
    /** One for each kind of dirt that the sample bank makes, but for the one that is rare because it is so large. */
    private static final List<String> REASONS = List.of(
            "not JSON at byte",
            "truncated: ",
            "more than one value: ",
            "not UTF-8: 0xC3",
            "more than once in the same object",
            "amount: expected DECIMAL(15, 2), got string",
            "does not fit into DECIMAL(15, 2)",
            "got number 5.9",
            "got string \"3\"",
            "trans_id: missing, but declared BIGINT NOT NULL",
            "empty record",
            "got an array",
            "got number 42",
            "has more digits than DECIMAL(15, 2) keeps",
            "no payload (null)",
            "type: expected PRIJEM, VYDAJ or VYBER",
            "date: expected an existing day as yyMMdd");

    private static final TableName DISTRICT = new TableName("lake", "ods", "district");

    @TempDir
    private Path folder;

    @Test
    void aBankGoesThroughTheWarehouseAndIsNotLoadedASecondTime() throws IOException {
        ProjectCopy project = ProjectCopy.in(folder);

        Outcome first = demo(project);

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.err()).contains("all cells equal");
        assertThat(first.rows()).hasSize(77);
        OptionalLong districts = snapshot(project);
        assertThat(districts).isPresent();

        Outcome second = demo(project);

        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(second.err()).contains("all cells equal");
        assertThat(second.rows()).hasSize(77);
        assertThat(snapshot(project))
                .as("what has not changed is not read again")
                .isEqualTo(districts);
        checkAgainst(topics(project), project);
    }

    private static Outcome demo(ProjectCopy project) {
        return project.elt("demo", "--once", "--transactions", String.valueOf(TRANSACTIONS), "--output", "json");
    }

    private static void checkAgainst(BranchTruth truth, ProjectCopy project) throws IOException {
        List<Integer> loaded = new ArrayList<>();
        BankSource.generated(BankSpec.demo().withTransactions(TRANSACTIONS))
                .read(BankTable.DISTRICT, new BankEvents(() -> 0), record -> loaded.add(1));
        assertThat(truth.topics().get(BankTable.DISTRICT).records())
                .as("districts, of which the traffic makes none")
                .isEqualTo(loaded.size());

        List<List<String>> quarantine =
                LakeRows.of(project).read(Demo.QUARANTINE, "topic", "partition", "offset", "reason");
        assertThat(quarantine)
                .extracting(row -> row.subList(0, 3))
                .containsExactlyInAnyOrderElementsOf(truth.firstQuarantined().stream()
                        .map(record -> List.of(
                                record.topic(), String.valueOf(record.partition()), String.valueOf(record.offset())))
                        .toList());
        assertThat(quarantine).extracting(row -> row.get(3)).doesNotContain("", "null");
        assertThat(quarantine).extracting(row -> row.get(0)).contains("bank.transaction", "bank.account", "bank.loan");
        assertThat(REASONS).allSatisfy(reason -> assertThat(quarantine)
                .anyMatch(row -> row.get(3).contains(reason)));
    }

    private static BranchTruth topics(ProjectCopy project) throws IOException {
        try (EmbeddedStack stack = EmbeddedTarget.startStack(project.eltFolder(), new Ports(0, 0, 0, 0))) {
            return BranchTruth.read(stack.endpoints().kafka());
        }
    }

    private static OptionalLong snapshot(ProjectCopy project) {
        try (Lake lake = LakeRows.of(project).lake()) {
            return lake.latestSnapshot(DISTRICT);
        }
    }

    @Test
    void aBankOfFilesIsTakenAsItIsAndItsBrokenLineIsKept() throws IOException {
        ProjectCopy project = ProjectCopy.in(folder.resolve("project"));
        Path bank = Files.createDirectories(folder.resolve("bank"));
        file(
                bank,
                "district.asc",
                "\r\n",
                """
                A1;A2;A3;A4;A5;A6;A7;A8;A9;A10;A11;A12;A13;A14;A15;A16
                1;"Lhota";"Podhori";1204953;0;0;0;1;1;100.0;12541;0.29;0.43;167;85677;99107
                2;"Brod";"Zarici";42821;4;13;5;1;3;48.4;8173;?;7.01;124;?;1358
                """);
        file(
                bank,
                "client.asc",
                "\r\n",
                """
                "client_id";"birth_number";"district_id"
                1;"706213";1
                2;"450204";2
                3;"401009";1
                """);
        file(
                bank,
                "account.asc",
                "\n",
                """
                "account_id";"district_id";"frequency";"date"
                1;1;"POPLATEK MESICNE";930101
                2;2;"POPLATEK TYDNE";930102
                3;1;"POPLATEK PO OBRATU";930103
                """);
        file(
                bank,
                "disp.asc",
                "\n",
                """
                "disp_id";"client_id";"account_id";"type"
                1;1;1;"OWNER"
                2;2;2;"OWNER"
                3;3;3;"OWNER"
                4;2;1;"DISPONENT"
                """);
        file(
                bank,
                "loan.asc",
                "\r\n",
                """
                "loan_id";"account_id";"date";"amount";"duration";"payments";"status"
                1;1;930705;1000;12;83.33;"C"
                2;3;930706;500.50;12;41.71;"D"
                """);
        file(
                bank,
                "trans.asc",
                "\r\n",
                """
                "trans_id";"account_id";"date";"type";"operation";"amount";"balance";"k_symbol";"bank";"account"
                1;1;930101;"PRIJEM";"VKLAD";700.10;700.10;"";;
                2;2;930105;"PRIJEM";"PREVOD Z UCTU";5123.00;5123.00;"DUCHOD";"YZ";"62457513"
                3;1;930106;"VYBER";"VYBER";200.05;500.05;" ";;
                4;3;930107;"PRIJEM";"VKLAD";50.00;50.00;"";;
                5;3;930108;"VYDAJ";"PREVOD NA UCET";0.05;49.95;"SIPO";"AB";"1"
                6;1;940331;"PRIJE""");

        Outcome outcome = project.elt("demo", "--once", "--bank", bank.toString(), "--output", "json");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err())
                .contains("2 branches")
                .contains("all cells equal")
                .contains("QUARANTINE 1 records, 1");
        List<Map<String, String>> branches = outcome.rows();
        assertThat(branches).hasSize(2);
        // 700.10 - 200.05 + 50.00 - 0.05; loans of 1000 and 500.50, the second one in debt.
        assertThat(branches.get(0))
                .containsEntry("district", "Lhota")
                .containsEntry("accounts", "2")
                .containsEntry("credits", "750.10")
                .containsEntry("debits", "200.10")
                .containsEntry("deposits", "550.00")
                .containsEntry("transactions", "4")
                .containsEntry("last_transaction", "1993-01-08")
                .containsEntry("loans", "2")
                .containsEntry("loans_granted", "1500.50")
                .containsEntry("loans_running", "1500.50")
                .containsEntry("loans_in_debt", "500.50")
                .containsEntry("loan_to_deposit", "2.7282");
        assertThat(branches.get(1))
                .containsEntry("district", "Brod")
                .containsEntry("deposits", "5123.00")
                .containsEntry("loans", "0")
                .containsEntry("loan_to_deposit", "0.0000");
        assertThat(LakeRows.of(project).read(Demo.QUARANTINE, "source", "topic", "offset", "reason"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.subList(0, 3)).containsExactly("transaction", "bank.transaction", "5");
                    assertThat(row.get(3)).isNotBlank();
                });
    }

    private static void file(Path bank, String name, String lineEnd, String text) throws IOException {
        Files.write(bank.resolve(name), text.replace("\n", lineEnd).getBytes(StandardCharsets.UTF_8));
    }
}
