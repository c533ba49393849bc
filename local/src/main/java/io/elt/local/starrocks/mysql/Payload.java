package io.elt.local.starrocks.mysql;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Builds the payload of a packet; integers are little-endian. */
final class Payload {
    private byte[] bytes = new byte[256];
    private int size;

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    Payload clear() {
        size = 0;
        return this;
    }

    Payload integer(long value, int width) {
        reserve(width);
        for (int i = 0; i < width; i++) {
            bytes[size++] = (byte) (value >>> (8 * i));
        }
        return this;
    }

    Payload lengthEncoded(long value) {
        if (value < 251) {
            return integer(value, 1);
        }
        if (value < 1 << 16) {
            return integer(0xfc, 1).integer(value, 2);
        }
        if (value < 1 << 24) {
            return integer(0xfd, 1).integer(value, 3);
        }
        return integer(0xfe, 1).integer(value, 8);
    }

    Payload raw(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
        return this;
    }

    Payload raw(String value) {
        return raw(value.getBytes(StandardCharsets.UTF_8));
    }

    Payload zeroTerminated(String value) {
        return raw(value).integer(0, 1);
    }

    Payload string(String value) {
        return string(value.getBytes(StandardCharsets.UTF_8));
    }

    Payload string(byte[] value) {
        return lengthEncoded(value.length).raw(value);
    }

    /** NULL in a text row. */
    Payload absent() {
        return integer(0xfb, 1);
    }

    /** Sets a bit that was written before, counted from a position. */
    void setBit(int position, int bit) {
        bytes[position + bit / 8] |= (byte) (1 << (bit % 8));
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
