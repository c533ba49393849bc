package io.elt.udf.guarded.strict;

import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.DeserializationFeature;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.JsonNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Splits an update of several rows into one record for each, so that the inner format cannot mix them up. */
final class CanalRows {

    private static final ObjectMapper EXACT = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    private CanalRows() {}

    /** Of a payload that has been found to be an update with as many rows in {@code old} as in {@code data}. */
    static List<byte[]> split(byte[] payload) {
        try {
            ObjectNode record = (ObjectNode) EXACT.readTree(payload);
            JsonNode data = record.get("data");
            JsonNode old = record.get("old");
            List<byte[]> rows = new ArrayList<>();
            for (int row = 0; row < data.size(); row++) {
                record.putArray("data").add(data.get(row));
                record.putArray("old").add(old.get(row));
                rows.add(EXACT.writeValueAsBytes(record));
            }
            return rows;
        } catch (IOException impossible) {
            throw new UncheckedIOException("A record that had been checked cannot be read again", impossible);
        }
    }
}
