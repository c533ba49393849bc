package io.elt.cli.run;

import io.elt.cli.run.ProjectCopy.Outcome;
import io.elt.local.EmbeddedStack;
import io.elt.local.StackConfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

import static org.assertj.core.api.Assertions.assertThat;

/** The bank on a cluster that outlives elt; Kafka and StarRocks are in this process. */
final class DeployedBank implements AutoCloseable {
    private static final String TARGET = "cluster";

    private final ProjectCopy project;
    private final EmbeddedStack stack;
    private final BusyBank bank;

    private DeployedBank(ProjectCopy project, EmbeddedStack stack, BusyBank bank) {
        this.project = project;
        this.stack = stack;
        this.bank = bank;
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
        BusyBank busy =
                BusyBank.loaded(stack.endpoints().kafka(), stack.endpoints().starRocks());
        ProjectCopy project = ProjectCopy.in(folder.resolve("bank"));
        DeployedBank bank = new DeployedBank(project, stack, busy);
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
        bank.live(changesPerSecond);
    }

    /** Ends the traffic, and waits until what analysts see is what the records in the topics say. */
    void settle() throws IOException {
        bank.settle();
    }

    void assertTruth() {
        bank.assertTruth();
    }

    /** Repeats a question to StarRocks that has a number for its answer, until the answer is right. */
    void await(String query, LongConsumer check) {
        bank.await(query, check);
    }

    private String jdbc() {
        return "jdbc:mysql://" + stack.endpoints().starRocks();
    }

    @Override
    public void close() throws IOException {
        bank.close();
        stack.close();
    }
}
