package io.elt.kubernetes.schema;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds manifests against the schema of their kind and the rules of names and labels. */
public final class ManifestCheck {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Schemas schemas;

    private ManifestCheck(Schemas schemas) {
        this.schemas = schemas;
    }

    /** Reads all schemas, which takes a moment: share one check between cases. */
    public static ManifestCheck create() {
        return new ManifestCheck(Schemas.ofClassPath());
    }

    /**
     * @param yaml any number of documents; empty ones are passed over, as kubectl does
     * @throws IOException if the text is no YAML, or has a key twice
     */
    public static List<JsonNode> documents(String yaml) throws IOException {
        List<JsonNode> documents = new ArrayList<>();
        try (MappingIterator<JsonNode> read = YAML.readerFor(JsonNode.class).readValues(yaml)) {
            while (read.hasNextValue()) {
                JsonNode document = read.nextValue();
                if (document != null && !document.isNull() && !document.isMissingNode()) {
                    documents.add(document);
                }
            }
        }
        return documents;
    }

    /** @return what is wrong, each with kind, name and path; empty if all documents are right */
    public List<String> problems(String yaml) {
        try {
            return documents(yaml).stream()
                    .flatMap(document -> problems(document).stream())
                    .toList();
        } catch (IOException e) {
            return List.of("not YAML: " + e.getMessage());
        }
    }

    /** @return what is wrong with one manifest, each with kind, name and path; empty if it is right */
    public List<String> problems(JsonNode manifest) {
        Kind kind = Kind.of(manifest);
        Optional<JsonSchema> schema = schemas.of(kind);
        if (schema.isEmpty()) {
            return List.of("no schema for " + kind);
        }
        String name = kind.kind() + "/" + manifest.path("metadata").path("name").asText() + ": ";
        return Stream.concat(
                        schema.get().validate(manifest).stream().map(Object::toString),
                        Metadata.problems(manifest.path("metadata")).stream())
                .map(name::concat)
                .toList();
    }
}
