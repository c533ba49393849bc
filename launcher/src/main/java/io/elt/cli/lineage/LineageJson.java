package io.elt.cli.lineage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.elt.cli.lineage.LineageView.Direction;
import io.elt.lineage.ColumnRef;
import io.elt.lineage.Step;
import io.elt.plan.column.Influence;

import java.util.Locale;

/** Lineage for programs: the steps themselves, and where each column comes from in the end. */
public final class LineageJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LineageJson() {}

    public static String print(LineageView view) {
        ArrayNode columns = JSON.createArrayNode();
        for (ColumnRef column : view.columns()) {
            ObjectNode node = columns.addObject();
            node.set("column", column(column));
            for (Direction direction : view.directions()) {
                ArrayNode steps = node.putArray(direction.name().toLowerCase(Locale.ROOT));
                view.steps(column, direction).forEach(step -> steps.add(step(step)));
            }
            if (view.directions().contains(Direction.UP)) {
                ArrayNode origins = node.putArray("origins");
                view.graph().origins(column).forEach((origin, influences) -> {
                    ObjectNode found = column(origin);
                    ArrayNode kinds = found.putArray("influences");
                    influences.forEach(influence -> kinds.add(word(influence)));
                    origins.add(found);
                });
            }
        }
        return text(columns);
    }

    static String text(JsonNode tree) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON can be printed", e);
        }
    }

    private static ObjectNode step(Step step) {
        ObjectNode node = JSON.createObjectNode();
        node.set("from", column(step.from()));
        node.set("to", column(step.to()));
        return node.put("type", step.influence().isDirect() ? "direct" : "indirect")
                .put("influence", word(step.influence()))
                .put("by", step.by())
                .put("file", step.file());
    }

    private static ObjectNode column(ColumnRef column) {
        return JSON.createObjectNode()
                .put("dataset", column.dataset().toString())
                .put("kind", column.dataset().kind().name().toLowerCase(Locale.ROOT))
                .put("column", column.column());
    }

    private static String word(Influence influence) {
        return influence.name().toLowerCase(Locale.ROOT);
    }
}
