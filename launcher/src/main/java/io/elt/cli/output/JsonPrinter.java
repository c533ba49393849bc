package io.elt.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

/** An array of objects, one object a line. Decimals keep all their digits. */
final class JsonPrinter implements RowPrinter {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    @Override
    public String print(Rows rows) {
        StringBuilder text = new StringBuilder("[");
        String separator = "\n";
        for (List<Object> row : rows.rows()) {
            text.append(separator).append("  ").append(object(rows.columns(), row));
            separator = ",\n";
        }
        return text.append(rows.rows().isEmpty() ? "]\n" : "\n]\n").toString();
    }

    private static String object(List<String> columns, List<Object> row) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (int i = 0; i < columns.size(); i++) {
                json.writeFieldName(columns.get(i));
                write(json, row.get(i));
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string takes every character", e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Object cell) throws IOException {
        if (cell == null) {
            json.writeNull();
        } else if (cell instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (cell instanceof Double || cell instanceof Float) {
            json.writeNumber(((Number) cell).doubleValue());
        } else if (cell instanceof Number number) {
            json.writeNumber(number.toString());
        } else if (cell instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (cell instanceof List<?> items) {
            json.writeStartArray();
            for (Object item : items) {
                write(json, item);
            }
            json.writeEndArray();
        } else {
            json.writeString(cell.toString());
        }
    }
}
