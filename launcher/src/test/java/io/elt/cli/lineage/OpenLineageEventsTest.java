package io.elt.cli.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.elt.cli.lineage.LineageView.Direction;
import io.elt.lineage.ColumnRef;
import io.elt.lineage.Dataset;
import io.elt.lineage.LineageGraph;
import io.elt.lineage.Step;
import io.elt.plan.column.Influence;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** Events in the shape that OpenLineage's documents give: JobEvent of 2-0-2 and ColumnLineageDatasetFacet of 1-2-0. */
class OpenLineageEventsTest {
    private static final Instant NOW = Instant.parse("2024-05-06T07:08:09Z");
    private static final Dataset TOPIC = new Dataset(Dataset.Kind.EXTERNAL, "kafka://k:1", "shop.order");
    private static final Dataset TABLE = new Dataset(Dataset.Kind.TABLE, "lake", "ods.order");
    private static final Dataset VIEW = new Dataset(Dataset.Kind.VIEW, "starrocks", "ads.v");

    private static JsonNode events(String column) throws IOException {
        LineageGraph graph = new LineageGraph(
                Map.of(TOPIC, List.of("id", "state"), TABLE, List.of("id"), VIEW, List.of("n")),
                Set.of(TABLE, VIEW),
                List.of(
                        step(TOPIC, "id", TABLE, "id", Influence.IDENTITY, "ods_order"),
                        step(TOPIC, "state", TABLE, "id", Influence.CONDITIONAL, "ods_order"),
                        step(TOPIC, "state", TABLE, "*", Influence.FILTER, "ods_order"),
                        step(TABLE, "id", VIEW, "n", Influence.AGGREGATION, "starrocks.ads.v")));
        LineageView view = new LineageView(
                "shop", graph, List.of(new ColumnRef(TABLE, column)), List.of(Direction.UP, Direction.DOWN));
        return new ObjectMapper().readTree(OpenLineageEvents.print(view, NOW));
    }

    private static Step step(Dataset from, String column, Dataset to, String target, Influence influence, String by) {
        return new Step(new ColumnRef(from, column), new ColumnRef(to, target), influence, by, "sql/x.sql");
    }

    @Test
    void eachJobAndEachViewIsAnEventWithWhatTheSpecificationDemands() throws IOException {
        JsonNode events = events("id");

        assertThat(events).hasSize(2);
        for (JsonNode event : events) {
            assertThat(Instant.parse(event.get("eventTime").textValue())).isEqualTo(NOW);
            assertThat(URI.create(event.get("producer").textValue()).isAbsolute())
                    .isTrue();
            assertThat(event.get("schemaURL").textValue()).endsWith("OpenLineage.json#/$defs/JobEvent");
            assertThat(event.get("job").get("namespace").textValue()).isEqualTo("shop");
            assertThat(event.has("run")).as("a static event has none").isFalse();
            event.get("inputs").forEach(OpenLineageEventsTest::isDataset);
            event.get("outputs").forEach(OpenLineageEventsTest::isDataset);
        }
        assertThat(events)
                .extracting(event -> event.get("job").get("name").textValue())
                .containsExactly("ods_order", "starrocks.ads.v");
    }

    private static void isDataset(JsonNode dataset) {
        assertThat(dataset.get("namespace").textValue()).isNotEmpty();
        assertThat(dataset.get("name").textValue()).isNotEmpty();
    }

    @Test
    void theFacetTellsEachFieldAndWhatDecidesAboutTheRows() throws IOException {
        JsonNode facet = events("id").get(0).get("outputs").get(0).get("facets").get("columnLineage");

        assertThat(facet.get("_producer").isTextual()).isTrue();
        assertThat(facet.get("_schemaURL").textValue()).contains("ColumnLineageDatasetFacet");
        JsonNode inputs = facet.get("fields").get("id").get("inputFields");
        assertThat(inputs).hasSize(2);
        for (JsonNode input : inputs) {
            isDataset(input);
            assertThat(input.get("field").isTextual()).isTrue();
            input.get("transformations")
                    .forEach(transformation ->
                            assertThat(transformation.get("type").textValue()).isIn("DIRECT", "INDIRECT"));
        }
        assertThat(inputs.get(0).get("transformations").get(0).get("subtype").textValue())
                .isEqualTo("IDENTITY");
        assertThat(inputs.get(1).get("transformations").get(0).get("type").textValue())
                .isEqualTo("INDIRECT");
        assertThat(facet.get("dataset")).hasSize(1);
        assertThat(facet.get("dataset").get(0).get("field").textValue()).isEqualTo("state");
        assertThat(facet.get("fields").has("*")).isFalse();
    }

    @Test
    void whatIsAskedIsAllThatIsTold() throws IOException {
        assertThat(events("nothing")).as("only the rows of its table").hasSize(1);
    }
}
