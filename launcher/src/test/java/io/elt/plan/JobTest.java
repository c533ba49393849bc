package io.elt.plan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

class JobTest {
    private static final ExternalInput FILES = input("filesystem", "path", "data/");
    private static final ExternalInput TOPIC = input("kafka", "topic", "a");

    @ParameterizedTest
    @CsvSource({
        "filesystem, path, data/, true",
        "filesystem, source.monitor-interval, 1 s, false",
        "datagen, number-of-rows, 5, true",
        "datagen, fields.n.kind, sequence, true",
        "datagen, fields.n.kind, random, false",
        "datagen, rows-per-second, 5, false",
        "kafka, topic, a, false",
        "kafka, scan.bounded.mode, latest-offset, true",
        "kafka, scan.bounded.mode, unbounded, false",
        "jdbc, url, jdbc:mysql://core-db, false",
    })
    void anInputHasAnEndOrNot(String connector, String option, String value, boolean bounded) {
        assertThat(input(connector, option, value).isBounded()).isEqualTo(bounded);
    }

    @Test
    void aJobEndsByItselfWhenAllThatItReadsHasAnEnd() {
        assertThat(job(Map.of(), List.of(), FILES, FILES).endsByItself()).isTrue();
        assertThat(job(Map.of(), List.of(), FILES, TOPIC).endsByItself()).isFalse();
        assertThat(job(Map.of(), List.of("a"), FILES).endsByItself()).isFalse();
        assertThat(job(Map.of(), List.of("a")).endsByItself()).isFalse();
        assertThat(job(Map.of(), List.of()).endsByItself())
                .as("INSERT ... VALUES")
                .isTrue();
    }

    @Test
    void aBatchJobEndsByItselfWhateverItReads() {
        assertThat(job(Map.of("execution.runtime-mode", "batch"), List.of("a"), TOPIC)
                        .endsByItself())
                .isTrue();
        assertThat(job(Map.of("execution.runtime-mode", "streaming"), List.of("a"), TOPIC)
                        .endsByItself())
                .isFalse();
    }

    private static Job job(Map<String, String> settings, List<String> reads, ExternalInput... inputs) {
        SortedSet<TableName> tables = new TreeSet<>();
        reads.forEach(table -> tables.add(new TableName("lake", "ods", table)));
        return new Job(
                "job",
                List.of("sql/job.sql"),
                settings,
                List.of(),
                tables,
                Collections.emptySortedSet(),
                new ArrayList<>(List.of(inputs)));
    }

    private static ExternalInput input(String connector, String option, String value) {
        return new ExternalInput("input", Map.of("connector", connector, option, value));
    }
}
