package io.elt.local.bank.decode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** JSON objects from bytes: one per record, nothing behind it, no name twice, numbers with all their digits. */
final class StrictJson {
    static final int LARGEST_RECORD = 1 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            // A message that quotes the record would quote a megabyte.
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private StrictJson() {}

    static JsonNode object(byte[] value) throws UndecodableException {
        if (value.length == 0) {
            throw UndecodableException.empty();
        }
        if (value.length > LARGEST_RECORD) {
            throw UndecodableException.tooLarge(value.length);
        }
        requireUtf8(value);
        JsonNode node = tree(value);
        if (!node.isObject()) {
            throw UndecodableException.notAnObject("the record");
        }
        return node;
    }

    // Jackson lets some malformed bytes pass, and takes other encodings too.
    private static void requireUtf8(byte[] value) throws UndecodableException {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value));
        } catch (CharacterCodingException e) {
            throw UndecodableException.notJson("the bytes are no UTF-8");
        }
    }

    private static JsonNode tree(byte[] value) throws UndecodableException {
        try {
            return MAPPER.readTree(value);
        } catch (JsonProcessingException e) {
            throw UndecodableException.notJson(e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }
}
