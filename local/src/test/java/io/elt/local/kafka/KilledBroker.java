package io.elt.local.kafka;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A broker in a process of its own that writes and tells what was acknowledged, until somebody kills it. */
final class KilledBroker {
    static final String TOPIC = "survivors";

    private KilledBroker() {}

    static List<String> writeUntilKilled(Path folder, int atLeast) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledBroker.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                if (line.startsWith("acknowledged ") && line.endsWith(";")) {
                    acknowledged.add(line.substring("acknowledged ".length(), line.length() - 1));
                }
                if (acknowledged.size() == atLeast) {
                    // SIGKILL, in the middle of writing; what the pipe still holds was acknowledged too, and
                    // Process.destroyForcibly() would close it.
                    process.toHandle().destroyForcibly();
                }
                line = lines.readLine();
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return acknowledged;
    }

    public static void main(String[] arguments) throws Exception {
        EmbeddedKafka kafka = EmbeddedKafka.start(new KafkaConfig(Path.of(arguments[0]), "127.0.0.1", 0));
        String run = UUID.randomUUID().toString();
        try (KafkaProducer<String, String> producer = KafkaClients.producer(kafka.bootstrapServers())) {
            for (int i = 0; true; i++) {
                String value = run + "-" + i;
                producer.send(new ProducerRecord<>(TOPIC, value), (metadata, failure) -> {
                    if (failure == null) {
                        System.out.println("acknowledged " + value + ";");
                    }
                });
            }
        }
    }
}
