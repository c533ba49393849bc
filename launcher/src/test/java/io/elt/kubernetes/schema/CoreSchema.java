package io.elt.kubernetes.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * fabric8's schemas of Kubernetes' own kinds, as JSON Schema has them and strict. They are in the words of an old draft
 * ({@code required: true} inside of a property), let every further field pass, and describe a few types as Go stores
 * them, not as they are written.
 */
final class CoreSchema {
    /** Types that are written as a scalar, by the last word of their name: the words before it differ from jar to jar. */
    private static final Map<String, List<String>> SCALARS = Map.of(
            "Quantity", List.of("string", "number"),
            "IntOrString", List.of("string", "integer"),
            "MicroTime", List.of("string"));

    /** Types that may be anything. */
    private static final Set<String> OPEN = Set.of("RawExtension", "FieldsV1");

    private CoreSchema() {}

    static JsonNode strict(JsonNode definitions) {
        ObjectNode strict = JsonNodeFactory.instance.objectNode();
        definitions
                .fields()
                .forEachRemaining(definition ->
                        strict.set(definition.getKey(), definition(definition.getKey(), definition.getValue())));
        return strict;
    }

    private static JsonNode definition(String qualified, JsonNode written) {
        String name = qualified.substring(qualified.lastIndexOf('_') + 1);
        if (OPEN.contains(name)) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (SCALARS.containsKey(name)) {
            ObjectNode scalar = JsonNodeFactory.instance.objectNode();
            SCALARS.get(name).forEach(scalar.putArray("type")::add);
            return scalar;
        }
        return schema(written);
    }

    private static JsonNode schema(JsonNode written) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        if (written.has("$ref")) {
            // Beside a reference stands the type as Go has it.
            return schema.set("$ref", written.get("$ref"));
        }
        for (String key : List.of("type", "maxLength", "minLength", "pattern", "enum")) {
            if (written.has(key)) {
                schema.set(key, written.get(key));
            }
        }
        if (written.has("items")) {
            schema.set("items", schema(written.get("items")));
        }
        if (written.path("additionalProperties").isObject()) {
            schema.set("additionalProperties", schema(written.get("additionalProperties")));
        }
        if (written.has("properties")) {
            schema.put("additionalProperties", false);
            properties(written.get("properties"), schema);
        }
        return schema;
    }

    private static void properties(JsonNode written, ObjectNode schema) {
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        written.fields().forEachRemaining(property -> {
            JsonNode value = schema(property.getValue());
            if (property.getValue().path("required").asBoolean()) {
                required.add(property.getKey());
                // What is required here has just one right value: the version and the name of the kind.
                if (property.getValue().has("default")) {
                    ((ObjectNode) value).set("const", property.getValue().get("default"));
                }
            }
            properties.set(property.getKey(), value);
        });
    }
}
