package io.elt.kubernetes.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;

/** The schema in a CustomResourceDefinition, strict: an API server drops a field that it does not know, and says nothing. */
final class CustomSchema {
    private static final List<String> KUBERNETES_ONLY =
            List.of("x-kubernetes-int-or-string", "x-kubernetes-preserve-unknown-fields", "nullable");

    private CustomSchema() {}

    static JsonNode strict(JsonNode openApi) {
        ObjectNode schema = openApi.deepCopy();
        close(schema);
        // What every resource has is not repeated in a definition.
        ObjectNode properties = (ObjectNode) schema.get("properties");
        properties.putObject("apiVersion").put("type", "string");
        properties.putObject("kind").put("type", "string");
        properties.putObject("metadata").put("type", "object");
        // What the operator writes is for no manifest.
        properties.remove("status");
        schema.putArray("required")
                .add("apiVersion")
                .add("kind")
                .add("metadata")
                .add("spec");
        return schema;
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode schema) {
            boolean open = schema.path("x-kubernetes-preserve-unknown-fields").asBoolean();
            if (schema.path("x-kubernetes-int-or-string").asBoolean()) {
                schema.putArray("type").add("integer").add("string");
            } else if (schema.path("nullable").asBoolean()) {
                JsonNode type = schema.get("type");
                ArrayNode types = schema.putArray("type");
                types.add(type).add("null");
            }
            if (schema.path("properties").isObject() && !schema.has("additionalProperties") && !open) {
                schema.put("additionalProperties", false);
            }
            schema.remove(KUBERNETES_ONLY);
        }
        node.forEach(CustomSchema::close);
    }
}
