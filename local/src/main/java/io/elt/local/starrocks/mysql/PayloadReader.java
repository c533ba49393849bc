package io.elt.local.starrocks.mysql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the payload of a packet. */
final class PayloadReader {
    private final byte[] bytes;
    private int position;

    PayloadReader(byte[] bytes) {
        this.bytes = bytes;
    }

    int remaining() {
        return bytes.length - position;
    }

    long integer(int width) throws IOException {
        require(width);
        long value = 0;
        for (int i = 0; i < width; i++) {
            value |= (bytes[position++] & 0xffL) << (8 * i);
        }
        return value;
    }

    long lengthEncoded() throws IOException {
        int first = (int) integer(1);
        return switch (first) {
            case 0xfc -> integer(2);
            case 0xfd -> integer(3);
            case 0xfe -> integer(8);
            default -> first;
        };
    }

    byte[] raw(int length) throws IOException {
        require(length);
        position += length;
        return Arrays.copyOfRange(bytes, position - length, position);
    }

    byte[] string() throws IOException {
        return raw(Math.toIntExact(lengthEncoded()));
    }

    String zeroTerminated() {
        int end = position;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        String value = new String(bytes, position, end - position, StandardCharsets.UTF_8);
        position = Math.min(bytes.length, end + 1);
        return value;
    }

    String rest() {
        String value = new String(bytes, position, remaining(), StandardCharsets.UTF_8);
        position = bytes.length;
        return value;
    }

    void skip(int length) throws IOException {
        require(length);
        position += length;
    }

    private void require(int length) throws IOException {
        if (length < 0 || remaining() < length) {
            throw new IOException("malformed packet: " + length + " bytes wanted, " + remaining() + " left");
        }
    }
}
