package io.elt.plan.cache;

import java.util.ArrayList;
import java.util.List;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Reads what {@link EntryWriter} has written. Whatever else it is given, it throws. */
final class EntryReader {
    private final byte[] bytes;
    private final RecordCodec.TextChange texts;
    private final List<String> known = new ArrayList<>();
    private int at;

    EntryReader(byte[] bytes, RecordCodec.TextChange texts) {
        this.bytes = bytes;
        this.texts = texts;
    }

    long number() {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte part = bytes[at++];
            number |= (long) (part & 0x7F) << shift;
            if (part >= 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("a number has no end");
    }

    /** The number of things that follow, each of at least a byte. */
    int size() {
        long size = number();
        if (size < 0 || size > bytes.length - at) {
            throw new IllegalArgumentException("there are no " + size + " things in what is left");
        }
        return (int) size;
    }

    String text() {
        long position = number();
        if (position > 0) {
            return known.get((int) position - 1);
        }
        int length = size();
        String text = texts.change(new String(bytes, at, length, UTF_8));
        at += length;
        known.add(text);
        return text;
    }

    void requireEnd() {
        if (at != bytes.length) {
            throw new IllegalArgumentException("there is more than a record");
        }
    }
}
