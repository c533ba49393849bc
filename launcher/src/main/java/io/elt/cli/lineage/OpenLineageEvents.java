package io.elt.cli.lineage;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.elt.lineage.ColumnRef;
import io.elt.lineage.Dataset;
import io.elt.lineage.Step;
import io.elt.plan.column.Influence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Lineage as OpenLineage tells it: for each job and each view one static event, a JobEvent, whose outputs have the facet
 * {@code columnLineage}.
 */
public final class OpenLineageEvents {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PRODUCER = "urn:elt:lineage";
    private static final String EVENT = "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/JobEvent";
    private static final String FACET =
            "https://openlineage.io/spec/facets/1-2-0/ColumnLineageDatasetFacet.json#/$defs/ColumnLineageDatasetFacet";

    private OpenLineageEvents() {}

    public static String print(LineageView view, Instant now) {
        SortedMap<String, List<Step>> byJob = new TreeMap<>();
        view.steps().forEach(step -> byJob.computeIfAbsent(step.by(), first -> new ArrayList<>())
                .add(step));
        ArrayNode events = JSON.createArrayNode();
        byJob.forEach((job, steps) -> events.add(event(view.project(), job, steps, now)));
        return LineageJson.text(events);
    }

    private static ObjectNode event(String project, String job, List<Step> steps, Instant now) {
        ObjectNode event = JSON.createObjectNode()
                .put("eventTime", now.toString())
                .put("producer", PRODUCER)
                .put("schemaURL", EVENT);
        event.putObject("job").put("namespace", project).put("name", job).putObject("facets");
        SortedSet<Dataset> inputs = new TreeSet<>();
        SortedMap<Dataset, List<Step>> outputs = new TreeMap<>();
        for (Step step : steps) {
            inputs.add(step.from().dataset());
            outputs.computeIfAbsent(step.to().dataset(), first -> new ArrayList<>())
                    .add(step);
        }
        ArrayNode read = event.putArray("inputs");
        inputs.forEach(dataset -> read.add(named(dataset)));
        ArrayNode written = event.putArray("outputs");
        outputs.forEach((dataset, into) -> {
            ObjectNode node = named(dataset);
            node.putObject("facets").set("columnLineage", facet(into));
            written.add(node);
        });
        return event;
    }

    private static ObjectNode facet(List<Step> steps) {
        ObjectNode facet = JSON.createObjectNode().put("_producer", PRODUCER).put("_schemaURL", FACET);
        SortedMap<String, SortedMap<ColumnRef, Set<Influence>>> fields = new TreeMap<>();
        for (Step step : steps) {
            fields.computeIfAbsent(step.to().column(), first -> new TreeMap<>())
                    .computeIfAbsent(step.from(), first -> new TreeSet<>())
                    .add(step.influence());
        }
        Map<ColumnRef, Set<Influence>> rows = fields.remove(ColumnRef.ROWS);
        ObjectNode named = facet.putObject("fields");
        fields.forEach((column, from) -> named.putObject(column).set("inputFields", inputs(from)));
        if (rows != null) {
            facet.set("dataset", inputs(rows));
        }
        return facet;
    }

    private static ArrayNode inputs(Map<ColumnRef, Set<Influence>> from) {
        ArrayNode inputs = JSON.createArrayNode();
        from.forEach((column, influences) -> {
            ObjectNode input = named(column.dataset()).put("field", column.column());
            ArrayNode transformations = input.putArray("transformations");
            influences.forEach(influence -> transformations
                    .addObject()
                    .put("type", influence.isDirect() ? "DIRECT" : "INDIRECT")
                    .put("subtype", influence.name())
                    .put("description", "")
                    .put("masking", false));
            inputs.add(input);
        });
        return inputs;
    }

    private static ObjectNode named(Dataset dataset) {
        return JSON.createObjectNode().put("namespace", dataset.namespace()).put("name", dataset.name());
    }
}
