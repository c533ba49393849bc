package io.elt.submit.kubernetes;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.util.List;

/**
 * Manifests as text. Every text is quoted, for there are more words than anybody remembers that YAML takes for something else;
 * texts of several lines keep them, so that a change of one statement is a change of one line.
 */
public final class ManifestYaml {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    private ManifestYaml() {}

    /** As documents of one file. */
    public static String print(List<? extends JsonNode> manifests) {
        StringBuilder text = new StringBuilder();
        for (JsonNode manifest : manifests) {
            try {
                text.append(YAML.writeValueAsString(manifest));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a tree is always YAML", e);
            }
        }
        return text.toString();
    }

    static JsonNode read(String yaml) throws IOException {
        return YAML.readTree(yaml);
    }
}
