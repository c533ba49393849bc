package io.elt.lineage;

import io.elt.plan.SqlFiles;
import io.elt.serving.ServingScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Topics: each file declares its own table for one, and all mean the same topic. */
class ExternalLineageTest {
    private static final String TOPIC =
            """
            CREATE TEMPORARY TABLE %s (id INT, word STRING, at_ BIGINT METADATA FROM 'offset' VIRTUAL) WITH (
                'connector' = 'kafka', 'topic' = '%s', 'format' = 'json',
                'properties.bootstrap.servers' = 'one:9092,two:9092', 'properties.sasl.jaas.config' = 'secret');
            """;

    @TempDir
    private Path folder;

    @Test
    void aTopicThatOneFileWritesAndAnotherReadsIsAWayToo() {
        Lineage lineage = LineageReader.read(
                SqlFiles.in(folder)
                        .table("a")
                        .table("b")
                        .file(
                                "sql/dwd_1.sql",
                                TOPIC.formatted("sent", "shop.word")
                                        + "INSERT INTO sent SELECT id, UPPER(word) FROM lake.l.a;")
                        .file(
                                "sql/dwd_2.sql",
                                TOPIC.formatted("event", "shop.word")
                                        + "INSERT INTO lake.l.b SELECT CAST(at_ AS INT), word FROM event;")
                        .traced(),
                ServingScript.of(List.of()));

        assertThat(lineage.graph().up(lineage.columns("l.b.word").get(0)))
                .extracting(step -> step.from() + " " + step.influence().text() + " " + step.by())
                .containsExactlyInAnyOrder("shop.word.word identity dwd_2", "lake.l.a.word transformation dwd_1");
        Dataset topic = lineage.columns("shop.word.id").get(0).dataset();
        assertThat(topic).isEqualTo(new Dataset(Dataset.Kind.EXTERNAL, "kafka://one:9092", "shop.word"));
        assertThat(lineage.columns("event.at_")).isEqualTo(lineage.columns("sent.at_"));
        assertThat(lineage.graph().datasets().toString()).doesNotContain("secret", "default_catalog");
    }

    @Test
    void aTopicIsOneWhereverItsTableIsDeclaredAndWhateverElseHasItsName() {
        Lineage lineage = LineageReader.read(
                SqlFiles.in(folder)
                        .table("a")
                        .table("b")
                        .file(
                                "sql/dwd_1.sql",
                                "CREATE DATABASE IF NOT EXISTS lake.l;\nUSE CATALOG lake;\nUSE l;\n"
                                        + TOPIC.formatted("topic", "one")
                                        + "INSERT INTO a SELECT id, word FROM topic;")
                        .file(
                                "sql/dwd_2.sql",
                                TOPIC.formatted("a", "two")
                                        + "INSERT INTO lake.l.b SELECT x.id, y.word FROM a x JOIN lake.l.a y ON y.id = x.id;")
                        .traced(),
                ServingScript.of(List.of()));

        assertThat(lineage.graph().up(lineage.columns("l.b.word").get(0)))
                .extracting(step -> step.from() + " " + step.influence().text())
                .containsExactlyInAnyOrder(
                        "lake.l.a.word identity", "one.word identity", "two.id join", "lake.l.a.id join");
    }

    @Test
    void tablesOfTheSameNameForTwoTopicsAreTwo() {
        Lineage lineage = LineageReader.read(
                SqlFiles.in(folder)
                        .table("a")
                        .table("b")
                        .file(
                                "sql/dwd_1.sql",
                                TOPIC.formatted("event", "one") + "INSERT INTO lake.l.a SELECT id, word FROM event;")
                        .file(
                                "sql/dwd_2.sql",
                                TOPIC.formatted("event", "two") + "INSERT INTO lake.l.b SELECT id, word FROM event;")
                        .traced(),
                ServingScript.of(List.of()));

        assertThat(lineage.graph().down(lineage.columns("one.id").get(0)))
                .extracting(step -> step.to().toString())
                .containsExactly("lake.l.a.id");
        assertThat(lineage.columns("two.word")).hasSize(1);
    }
}
