package io.elt.local.bank.log;

import io.elt.local.bank.event.BankTable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** The six topics. */
public final class BankTopics {
    private static final Map<String, String> SETTINGS = Map.of(
            "cleanup.policy", "delete",
            "retention.ms", "-1",
            "retention.bytes", "-1",
            // The warehouse refuses records over 1 MiB; for that they must reach it.
            "max.message.bytes", Integer.toString(BankPublisher.LARGEST_REQUEST));

    private BankTopics() {}

    /** Creates those topics that do not exist, so that they keep all that is ever written. */
    public static void create(String bootstrapServers, int partitions) throws IOException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Set<String> existing = admin.listTopics().names().get();
            List<NewTopic> missing = new ArrayList<>();
            for (BankTable table : BankTable.values()) {
                if (!existing.contains(table.topic())) {
                    missing.add(new NewTopic(table.topic(), partitions, (short) 1).configs(SETTINGS));
                }
            }
            admin.createTopics(missing).all().get();
            awaitVisible(admin);
        } catch (ExecutionException e) {
            throw new IOException(
                    "cannot create the bank's topics at " + bootstrapServers + ": "
                            + e.getCause().getMessage(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while creating the bank's topics", e);
        }
    }

    // A topic exists when the controller says so, and is seen by clients some milliseconds later.
    private static void awaitVisible(Admin admin) throws ExecutionException, InterruptedException {
        List<String> topics =
                Arrays.stream(BankTable.values()).map(BankTable::topic).toList();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!admin.listTopics().names().get().containsAll(topics)) {
            if (System.nanoTime() > deadline) {
                throw new ExecutionException(new IOException("the new topics do not appear"));
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }
}
