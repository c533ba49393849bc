package io.elt.udf.guarded.strict;

import io.elt.udf.guarded.ErrorCode;
import io.elt.udf.guarded.Excerpt;
import io.elt.udf.guarded.RecordCheck;
import io.elt.udf.guarded.Rejection;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonParser;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonProcessingException;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.util.JsonParserDelegate;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.dataformat.csv.CsvFactory;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.dataformat.csv.CsvParser;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.dataformat.csv.CsvSchema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A record must be exactly one line of CSV in UTF-8 with all columns: the tokenizer makes an object of it, all in text. */
final class CsvRecordCheck implements RecordCheck {

    private static final int LONGEST_MESSAGE = 120;

    private final CsvSchema schema;
    private final ObjectCheck line;
    private final CsvFactory csv = new CsvFactory();

    CsvRecordCheck(CsvSchema schema, ObjectCheck line) {
        this.schema = schema;
        this.line = line;
    }

    @Override
    public List<byte[]> check(byte[] payload) throws Rejection {
        Utf8.verify(payload);
        try (CsvParser parser = csv.createParser(payload)) {
            parser.setSchema(schema);
            return check(new TextOfCurrentValue(parser), payload);
        } catch (JsonProcessingException failure) {
            throw Rejection.of(
                    ErrorCode.INNER_FORMAT, "csv: " + Excerpt.line(failure.getOriginalMessage(), LONGEST_MESSAGE));
        } catch (IOException impossible) {
            throw new UncheckedIOException("A parser over bytes in memory failed to open or close", impossible);
        }
    }

    private List<byte[]> check(JsonParser parser, byte[] payload) throws IOException, Rejection {
        if (parser.nextToken() == null) {
            // Nothing but a comment, where comments are allowed.
            if (schema.allowsComments() && payload.length > 0) {
                return List.of();
            }
            throw Rejection.empty();
        }
        line.check(parser);
        if (parser.nextToken() != null) {
            throw Rejection.of(ErrorCode.TRAILING_DATA, "more than one line");
        }
        return List.of(payload);
    }

    /** The characters that the CSV tokenizer hands out are those of the whole cell, also inside of a list of values. */
    private static final class TextOfCurrentValue extends JsonParserDelegate {

        TextOfCurrentValue(CsvParser parser) {
            super(parser);
        }

        @Override
        public char[] getTextCharacters() throws IOException {
            return getText().toCharArray();
        }

        @Override
        public int getTextOffset() {
            return 0;
        }

        @Override
        public int getTextLength() throws IOException {
            return getText().length();
        }
    }
}
