package io.elt.udf.guarded.strict;

import io.elt.udf.guarded.ErrorCode;
import io.elt.udf.guarded.Excerpt;
import io.elt.udf.guarded.RecordCheck;
import io.elt.udf.guarded.Rejection;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonFactory;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonParser;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonProcessingException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A record must be exactly one JSON value in UTF-8, and that value what the root check wants. */
final class JsonRecordCheck implements RecordCheck {

    private static final int LONGEST_MESSAGE = 120;

    private final RootCheck root;
    private final JsonFactory json = new JsonFactory();

    JsonRecordCheck(RootCheck root) {
        this.root = root;
    }

    @Override
    public List<byte[]> check(byte[] payload) throws Rejection {
        if (Utf8.verify(payload)) {
            SurrogateEscapes.verify(payload);
        }
        RootCheck.Verdict verdict;
        try (JsonParser parser = json.createParser(payload)) {
            verdict = check(parser, payload.length);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A parser over bytes in memory failed to open or close", impossible);
        }
        return switch (verdict) {
            case DECODE -> List.of(payload);
            case DECODE_ROW_BY_ROW -> CanalRows.split(payload);
            case NO_ROWS -> List.of();
        };
    }

    private RootCheck.Verdict check(JsonParser parser, int length) throws IOException, Rejection {
        RootCheck.Verdict verdict;
        try {
            if (parser.nextToken() == null) {
                throw Rejection.empty();
            }
            verdict = root.check(parser);
        } catch (JsonProcessingException failure) {
            throw notJson(parser, failure, length);
        }
        requireEnd(parser);
        return verdict;
    }

    /** Where the tokenizer gave up at the last byte, with something still open, more was to come. */
    private static Rejection notJson(JsonParser parser, JsonProcessingException failure, int length) {
        long position = parser.getCurrentLocation().getByteOffset();
        if (position >= length && !parser.getParsingContext().inRoot()) {
            return Rejection.of(ErrorCode.TRUNCATED, "truncated: unexpected end of input at byte " + length);
        }
        String message = Excerpt.line(failure.getOriginalMessage(), LONGEST_MESSAGE);
        return Rejection.of(ErrorCode.NOT_JSON, "not JSON at byte " + position + ": " + message);
    }

    private static void requireEnd(JsonParser parser) throws IOException, Rejection {
        long end = parser.getCurrentLocation().getByteOffset();
        try {
            if (parser.nextToken() == null) {
                return;
            }
        } catch (JsonProcessingException garbage) {
            throw trailing(end);
        }
        throw trailing(end);
    }

    private static Rejection trailing(long end) {
        return Rejection.of(ErrorCode.TRAILING_DATA, "more than one value: the first one ends at byte " + end);
    }
}
