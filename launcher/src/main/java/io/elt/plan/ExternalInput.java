package io.elt.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table that a job reads from outside the warehouse, such as a Kafka topic.
 *
 * @param name the temporary table's name in its file
 * @param options what its WITH clause says; may hold secrets, so {@link #toString} hides them
 * @param columns the names of those that it reads, without computed ones and metadata
 */
public record ExternalInput(String name, Map<String, String> options, List<String> columns) {
    public ExternalInput {
        options = Map.copyOf(options);
        columns = List.copyOf(columns);
    }

    /** A table of which only the place matters. */
    public ExternalInput(String name, Map<String, String> options) {
        this(name, options, List.of());
    }

    public Optional<String> option(String key) {
        return Optional.ofNullable(options.get(key));
    }

    public boolean isKafka() {
        return option("connector").filter("kafka"::equals).isPresent();
    }

    /** A table of a MySQL or MariaDB, whose changes are read from the binlog. */
    public boolean isMySqlCdc() {
        return option("connector").filter("mysql-cdc"::equals).isPresent();
    }

    /** The Kafka topics that it names; none if it has a pattern for them. */
    public List<String> topics() {
        return option("topic").map(topics -> List.of(topics.split(";"))).orElse(List.of());
    }

    /** Whether it has an end: a job that reads nothing else ends by itself. */
    public boolean isBounded() {
        return switch (option("connector").orElse("")) {
            case "filesystem" -> option("source.monitor-interval").isEmpty();
            case "datagen" -> option("number-of-rows").isPresent() || hasSequence();
            case "kafka" ->
                option("scan.bounded.mode")
                        .filter(mode -> !mode.equals("unbounded"))
                        .isPresent();
            default -> false;
        };
    }

    /** Datagen ends with the shortest of its sequences. */
    private boolean hasSequence() {
        return options.entrySet().stream()
                .anyMatch(option ->
                        option.getKey().endsWith(".kind") && option.getValue().equals("sequence"));
    }

    @Override
    public String toString() {
        return name + " (" + option("connector").orElse("no connector") + ")";
    }
}
