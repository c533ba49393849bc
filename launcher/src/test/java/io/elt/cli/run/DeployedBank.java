package io.elt.cli.run;

import io.elt.cli.run.ProjectCopy.Outcome;
import io.elt.local.EmbeddedStack;
import io.elt.local.StackConfig;
import io.elt.local.bank.BankLoader;
import io.elt.local.bank.BankSource;
import io.elt.local.bank.BankTraffic;
import io.elt.local.bank.TrafficSpec;
import io.elt.local.bank.generate.BankSpec;
import io.elt.local.bank.truth.BranchTruth;
import io.elt.serving.StarRocks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The bank on a cluster that outlives elt; Kafka and StarRocks are in this process. */
final class DeployedBank implements AutoCloseable {
    private static final String TARGET = "cluster";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final ProjectCopy project;
    private final EmbeddedStack stack;
    private BankTraffic traffic;

    private DeployedBank(ProjectCopy project, EmbeddedStack stack) {
        this.project = project;
        this.stack = stack;
    }

    /**
     * Loads the bank's records into Kafka; nothing runs yet.
     *
     * @param target what elt.yaml says of the target besides its variables: lines of YAML
     * @param warehouse the lake, as Flink knows it
     * @param settings of Flink, besides those that the laptop has: lines of YAML
     */
    static DeployedBank in(Path folder, String warehouse, String target, String settings) throws IOException {
        EmbeddedStack stack = EmbeddedStack.start(new StackConfig(folder.resolve("stack"), "127.0.0.1", 0, 0, 0));
        BankLoader.load(
                stack.endpoints().kafka(), BankSource.generated(BankSpec.demo().withTransactions(2_000)));
        ProjectCopy project = ProjectCopy.in(folder.resolve("bank"));
        DeployedBank bank = new DeployedBank(project, stack);
        bank.add(warehouse, target, settings);
        return bank;
    }

    private void add(String warehouse, String target, String settings) throws IOException {
        Path yaml = project.folder().resolve("elt.yaml");
        String vars =
                """
                vars:
                  warehouse: "%s"
                  kafka: "%s"
                  starrocks_jdbc_url: "%s"
                  starrocks_http_url: "%s"
                  starrocks_user: root
                  starrocks_password: ""
                """
                        .formatted(
                                warehouse,
                                stack.endpoints().kafka(),
                                jdbc(),
                                stack.endpoints().starRocksHttp());
        String local = Files.readString(yaml);
        String flink = local.substring(local.lastIndexOf("    flink:\n"));
        Files.writeString(
                yaml,
                local.stripTrailing() + "\n  " + TARGET + ":\n" + (target + vars).indent(4) + flink.stripTrailing()
                        + "\n" + settings.indent(6));
    }

    ProjectCopy project() {
        return project;
    }

    /** As a user's shell would call it, on the target. */
    Outcome elt(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--target", TARGET));
        return project.elt(all.toArray(String[]::new));
    }

    /** The same, and it must go well. */
    Outcome done(String... arguments) {
        Outcome outcome = elt(arguments);
        assertThat(outcome.exitCode()).as(outcome.err() + outcome.out()).isZero();
        return outcome;
    }

    /** The core system goes on: transactions, moves, corrections, deletes. */
    void live(double changesPerSecond) throws IOException {
        traffic = BankTraffic.start(stack.endpoints().kafka(), TrafficSpec.perSecond(changesPerSecond));
    }

    /** Ends the traffic, and waits until what analysts see is what the records in the topics say. */
    void settle() throws IOException {
        traffic.stop();
        assertTruth();
    }

    void assertTruth() {
        try (StarRocks starRocks = StarRocks.connect(jdbc(), "root", "")) {
            BranchTruth truth = BranchTruth.read(stack.endpoints().kafka());
            Retry.until(PATIENCE, () -> assertThat(BranchCheck.read(starRocks)
                            .differences(truth.rows())
                            .rows())
                    .isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String jdbc() {
        return "jdbc:mysql://" + stack.endpoints().starRocks();
    }

    @Override
    public void close() throws IOException {
        if (traffic != null) {
            traffic.close();
        }
        stack.close();
    }
}
