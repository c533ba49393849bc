package io.elt.cli.plan;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.elt.plan.ExternalInput;
import io.elt.plan.TableName;
import io.elt.plan.operator.Edge;
import io.elt.plan.operator.Nondeterminism;
import io.elt.plan.operator.Operator;
import io.elt.plan.operator.OperatorType;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** A plan for programs, whole. */
public final class PlanJson {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new SimpleModule()
                    .addSerializer(TableName.class, ToStringSerializer.instance)
                    .addSerializer(OperatorType.class, new TypeText())
                    .addSerializer(Enum.class, new EnumText()));

    private final PlanView view;

    private PlanJson(PlanView view) {
        this.view = view;
    }

    public static String print(PlanView view) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(new PlanJson(view).tree()) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON can be printed", e);
        }
    }

    private ObjectNode tree() {
        ObjectNode tree = JSON.createObjectNode();
        ArrayNode jobs = tree.putArray("jobs");
        view.jobs().forEach(job -> jobs.add(job(job)));
        ArrayNode edges = tree.putArray("edges");
        for (Edge edge : view.edges()) {
            edges.add(JSON.<ObjectNode>valueToTree(edge));
        }
        return tree;
    }

    private ObjectNode job(PlannedJob job) {
        ObjectNode node = JSON.createObjectNode().put("name", job.name());
        node.set("files", JSON.valueToTree(job.job().files()));
        ArrayNode inputs = node.putArray("inputs");
        for (ExternalInput input : job.inputs()) {
            inputs.addObject()
                    .put("name", input.name())
                    .put("from", InputText.of(input))
                    .put("changelog", job.reading(input));
        }
        ArrayNode reads = node.putArray("reads");
        for (TableName table : job.job().reads()) {
            reads.add(table(table, job.reading(table), "from", view.writersFor(job, table)));
        }
        ArrayNode writes = node.putArray("writes");
        for (TableName table : job.job().writes()) {
            writes.add(table(table, job.written(table), "to", view.readersOf(job, table)));
        }
        ArrayNode operators = node.putArray("operators");
        for (Operator operator : job.operators().operators()) {
            operators.add(operator(job, operator));
        }
        ArrayNode changing = node.putArray("nondeterminism");
        for (Nondeterminism found : job.operators().nondeterminism()) {
            changing.add(JSON.<ObjectNode>valueToTree(found));
        }
        return node;
    }

    private static ObjectNode table(TableName table, String changelog, String side, List<String> others) {
        ObjectNode node = JSON.createObjectNode().put("table", table.toString()).put("changelog", changelog);
        node.set(side, JSON.valueToTree(others));
        return node;
    }

    private static ObjectNode operator(PlannedJob job, Operator operator) {
        ObjectNode node = JSON.valueToTree(operator);
        // Exact expressions are for comparing plans, not for reading, and they hold literals.
        node.remove("meaning");
        // Positions mean nothing outside of this process.
        ArrayNode inserts = node.putArray("inserts");
        operator.inserts()
                .forEach(position ->
                        inserts.add(job.job().statements().get(position).span().toString()));
        return node;
    }

    @SuppressWarnings("rawtypes") // Jackson knows enums by their raw class.
    private static final class EnumText extends StdSerializer<Enum> {
        private static final long serialVersionUID = 1L;

        EnumText() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    private static final class TypeText extends StdSerializer<OperatorType> {
        private static final long serialVersionUID = 1L;

        TypeText() {
            super(OperatorType.class);
        }

        @Override
        public void serialize(OperatorType value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(value.text());
        }
    }
}
