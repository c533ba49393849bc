package io.elt.plan.cache;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Writes an entry: numbers, and texts, each different one once, for names and types come again and again. */
final class EntryWriter {
    private final RecordCodec.TextChange texts;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Map<String, Integer> known = new HashMap<>();

    EntryWriter(RecordCodec.TextChange texts) {
        this.texts = texts;
    }

    /** Small numbers take a byte. */
    void number(long number) {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    void text(String text) {
        Integer position = known.get(text);
        if (position != null) {
            number(position + 1);
            return;
        }
        known.put(text, known.size());
        byte[] encoded = texts.change(text).getBytes(UTF_8);
        number(0);
        number(encoded.length);
        bytes.writeBytes(encoded);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
