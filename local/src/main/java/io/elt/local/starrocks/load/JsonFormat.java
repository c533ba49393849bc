package io.elt.local.starrocks.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * JSON: an array of objects when {@code strip_outer_array} is set, otherwise objects one after the other.
 *
 * @param columns the fields to take, all when empty
 */
record JsonFormat(Array array, Optional<Set<String>> columns) implements LoadFormat {
    private static final JsonFactory FACTORY = new ObjectMapper().getFactory();

    /** Whether the body is one array. */
    enum Array {
        STRIPPED,
        REFUSED
    }

    static JsonFormat of(Array array, List<String> columns) {
        return new JsonFormat(array, columns.isEmpty() ? Optional.empty() : Optional.of(Set.copyOf(columns)));
    }

    @Override
    public void read(InputStream body, RowBuilder row, Rows rows) throws IOException, SQLException, LoadException {
        try (JsonParser parser = FACTORY.createParser(body)) {
            parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            readAll(parser, row, rows);
        } catch (JsonParseException malformed) {
            throw LoadException.failed("Failed to parse json as array. error: " + malformed.getOriginalMessage());
        }
    }

    private void readAll(JsonParser parser, RowBuilder row, Rows rows) throws IOException, SQLException, LoadException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.START_ARRAY && array == Array.REFUSED) {
            throw LoadException.failed("The value is array type in json document stream, you can set strip_outer_array"
                    + "=true to parse each element of the array as individual rows");
        }
        boolean inArray = token == JsonToken.START_ARRAY;
        token = inArray ? parser.nextToken() : token;
        while (token != null && token != JsonToken.END_ARRAY) {
            row.start();
            if (token == JsonToken.START_OBJECT) {
                readObject(parser, row);
            } else {
                parser.skipChildren();
                row.reject("a row is a JSON object, but here stands " + token);
            }
            rows.end("");
            token = parser.nextToken();
        }
        if (inArray && token == null) {
            throw LoadException.failed("Failed to parse json as array. error: the array is not closed");
        }
    }

    private void readObject(JsonParser parser, RowBuilder row) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            int position =
                    columns.isEmpty() || columns.get().contains(field) ? row.position(field) : RowBuilder.UNKNOWN;
            JsonToken value = parser.nextToken();
            switch (value) {
                case VALUE_NULL -> row.putNull(position);
                case VALUE_STRING ->
                    row.put(position, row.isJson(position) ? quoted(parser.getText()) : parser.getText());
                case VALUE_TRUE, VALUE_FALSE ->
                    row.put(
                            position,
                            row.isJson(position) || row.isText(position)
                                    ? parser.getText()
                                    : value == JsonToken.VALUE_TRUE ? "1" : "0");
                case START_OBJECT, START_ARRAY -> nested(parser, row, position);
                default -> row.put(position, parser.getText());
            }
        }
    }

    private static void nested(JsonParser parser, RowBuilder row, int position) throws IOException {
        if (position == RowBuilder.UNKNOWN) {
            parser.skipChildren();
            return;
        }
        row.put(position, parser.readValueAsTree().toString());
    }

    private static String quoted(String text) {
        return com.fasterxml.jackson.databind.node.TextNode.valueOf(text).toString();
    }
}
