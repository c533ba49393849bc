package io.elt.bench.bank;

import io.elt.local.bank.BankLoader;
import io.elt.local.bank.BankSource;
import io.elt.local.bank.generate.BankSpec;
import io.elt.local.bank.truth.BranchTruth;
import io.elt.local.kafka.EmbeddedKafka;
import io.elt.local.kafka.KafkaConfig;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A bank in the folder of a broker that does not run, and what must come out of it.
 *
 * @param kafka the broker's data, to be copied for each run
 */
public record LoadedBank(Path kafka, BranchTruth truth) {
    /** Loads the bank unless the folder holds it already. */
    public static LoadedBank load(Path kafka, BankSpec spec) throws IOException {
        try (EmbeddedKafka broker = EmbeddedKafka.start(new KafkaConfig(kafka, "127.0.0.1", 0))) {
            BankLoader.load(broker.bootstrapServers(), BankSource.generated(spec));
            return new LoadedBank(kafka, BranchTruth.read(broker.bootstrapServers()));
        }
    }
}
