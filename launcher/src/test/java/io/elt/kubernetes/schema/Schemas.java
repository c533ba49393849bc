package io.elt.kubernetes.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The schemas of all kinds that are on the class path: those that fabric8's models carry in their jars, generated from the
 * sources of Kubernetes, and those in the operator's definition of its resources.
 */
final class Schemas {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new YAMLMapper();
    private static final String CORE = "schema/validation-schema.json";
    private static final List<String> CUSTOM = List.of(
            "META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml",
            "META-INF/fabric8/flinksessionjobs.flink.apache.org-v1.yml",
            "META-INF/fabric8/flinkstatesnapshots.flink.apache.org-v1.yml");

    private final Map<Kind, JsonSchema> schemas;

    private Schemas(Map<Kind, JsonSchema> schemas) {
        this.schemas = schemas;
    }

    static Schemas ofClassPath() {
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V7);
        Map<Kind, JsonSchema> schemas = new HashMap<>();
        all(CORE).forEach(url -> core(read(JSON, url))
                .forEach((kind, schema) -> schemas.putIfAbsent(kind, factory.getSchema(schema))));
        CUSTOM.forEach(name -> all(name).forEach(url -> custom(read(YAML, url))
                .forEach((kind, schema) -> schemas.putIfAbsent(kind, factory.getSchema(schema)))));
        return new Schemas(schemas);
    }

    Optional<JsonSchema> of(Kind kind) {
        return Optional.ofNullable(schemas.get(kind));
    }

    /** A kind is a definition that says what its {@code apiVersion} and {@code kind} must be. */
    private static Map<Kind, JsonNode> core(JsonNode document) {
        JsonNode definitions = CoreSchema.strict(document.path("definitions"));
        Map<Kind, JsonNode> kinds = new HashMap<>();
        definitions.fields().forEachRemaining(definition -> {
            JsonNode properties = definition.getValue().path("properties");
            if (properties.path("kind").has("const")
                    && properties.path("apiVersion").has("const")) {
                ObjectNode schema = JSON.createObjectNode().put("$ref", "#/definitions/" + definition.getKey());
                schema.set("definitions", definitions);
                kinds.put(
                        new Kind(
                                properties.path("apiVersion").path("const").asText(),
                                properties.path("kind").path("const").asText()),
                        schema);
            }
        });
        return kinds;
    }

    private static Map<Kind, JsonNode> custom(JsonNode definition) {
        JsonNode spec = definition.path("spec");
        Map<Kind, JsonNode> kinds = new HashMap<>();
        for (JsonNode version : spec.path("versions")) {
            Kind kind = new Kind(
                    spec.path("group").asText() + "/" + version.path("name").asText(),
                    spec.path("names").path("kind").asText());
            kinds.put(kind, CustomSchema.strict(version.path("schema").path("openAPIV3Schema")));
        }
        return kinds;
    }

    private static List<URL> all(String resource) {
        try {
            List<URL> found = Collections.list(Schemas.class.getClassLoader().getResources(resource));
            if (found.isEmpty()) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(ObjectMapper mapper, URL url) {
        try {
            return mapper.readTree(url);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + url, e);
        }
    }
}
