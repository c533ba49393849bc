package io.elt.local.starrocks.mysql;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Frames payloads: four bytes of header, at most 16 MB less one per packet, sequence numbers within a command. */
final class Packets {
    private static final int MAXIMUM = 0xffffff;

    private final InputStream input;
    private final OutputStream output;
    private int sequence;

    Packets(InputStream input, OutputStream output) {
        this.input = new BufferedInputStream(input, 1 << 14);
        this.output = new BufferedOutputStream(output, 1 << 16);
    }

    /** The first packet of a command starts the count again. */
    byte[] readCommand() throws IOException {
        sequence = 0;
        return read();
    }

    byte[] read() throws IOException {
        byte[] first = readOne();
        if (first.length < MAXIMUM) {
            return first;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream(first.length * 2);
        byte[] part = first;
        while (true) {
            whole.write(part);
            if (part.length < MAXIMUM) {
                return whole.toByteArray();
            }
            part = readOne();
        }
    }

    private byte[] readOne() throws IOException {
        byte[] header = input.readNBytes(4);
        if (header.length < 4) {
            throw new EOFException("the client closed the connection");
        }
        int length = (header[0] & 0xff) | (header[1] & 0xff) << 8 | (header[2] & 0xff) << 16;
        sequence = (header[3] & 0xff) + 1;
        byte[] payload = input.readNBytes(length);
        if (payload.length < length) {
            throw new EOFException("the client closed the connection within a packet");
        }
        return payload;
    }

    void write(Payload payload) throws IOException {
        int position = 0;
        int length;
        do {
            length = Math.min(MAXIMUM, payload.size() - position);
            output.write(length);
            output.write(length >> 8);
            output.write(length >> 16);
            output.write(sequence++);
            output.write(payload.bytes(), position, length);
            position += length;
            // A full packet is followed by another one, if need be by an empty one.
        } while (length == MAXIMUM);
    }

    void flush() throws IOException {
        output.flush();
    }
}
