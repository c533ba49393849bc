package io.elt.submit.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;

/**
 * A pod as far as it is described, and how two descriptions become one: fields are united, elements of lists that have a name
 * too, other lists are joined. The operator has a merge of its own, which takes lists by position, so nothing is left to it.
 */
record PodTemplate(JsonNode pod) {
    static final PodTemplate EMPTY = new PodTemplate(JsonNodeFactory.instance.objectNode());

    /**
     * @param yaml with {@code metadata} and {@code spec}
     * @throws IllegalArgumentException if it is not that; the message says what is wrong in one line
     */
    static PodTemplate parse(String yaml) {
        JsonNode pod;
        try {
            pod = ManifestYaml.read(yaml);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    e.getMessage().lines().findFirst().orElse(""), e);
        }
        if (!pod.isObject()) {
            throw new IllegalArgumentException("it has no fields");
        }
        pod.fieldNames().forEachRemaining(field -> {
            if (!field.equals("metadata") && !field.equals("spec")) {
                throw new IllegalArgumentException("a pod has metadata and spec, but no '" + field + "'");
            }
        });
        return new PodTemplate(pod);
    }

    /** This pod with what another one says, which wins. */
    PodTemplate with(JsonNode other) {
        return new PodTemplate(merge(pod, other));
    }

    private static JsonNode merge(JsonNode first, JsonNode second) {
        if (first instanceof ObjectNode one && second instanceof ObjectNode two) {
            ObjectNode merged = one.deepCopy();
            two.fields()
                    .forEachRemaining(field -> merged.set(
                            field.getKey(),
                            one.has(field.getKey())
                                    ? merge(one.get(field.getKey()), field.getValue())
                                    : field.getValue()));
            return merged;
        }
        if (first instanceof ArrayNode one && second instanceof ArrayNode two) {
            return merge(one, two);
        }
        return second;
    }

    private static ArrayNode merge(ArrayNode first, ArrayNode second) {
        ArrayNode merged = first.deepCopy();
        for (JsonNode element : second) {
            int same = indexOf(merged, element.path("name"));
            if (same < 0) {
                merged.add(element);
            } else {
                merged.set(same, merge(merged.get(same), element));
            }
        }
        return merged;
    }

    private static int indexOf(ArrayNode elements, JsonNode name) {
        for (int i = 0; name.isTextual() && i < elements.size(); i++) {
            if (name.equals(elements.get(i).path("name"))) {
                return i;
            }
        }
        return -1;
    }
}
