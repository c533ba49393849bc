package io.elt.kubernetes.schema;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a manifest says it is.
 *
 * @param apiVersion group and version, as {@code apps/v1}
 * @param kind as {@code Deployment}
 */
record Kind(String apiVersion, String kind) {
    static Kind of(JsonNode manifest) {
        return new Kind(
                manifest.path("apiVersion").asText(), manifest.path("kind").asText());
    }

    @Override
    public String toString() {
        return kind + " of " + apiVersion;
    }
}
