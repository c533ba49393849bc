package io.elt.local.bank.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Lines that end with LF or CRLF. A character here is one byte of the file, whatever its encoding: the bytes pass
 * through unchanged, also those that are no valid UTF-8. (The JDK's reader takes a lone CR for the end of a line.)
 */
final class LineReader implements AutoCloseable {
    // Far over what the warehouse takes as one record: a file without line ends must not fill the memory.
    private static final int LONGEST_LINE = 4 << 20;
    private static final int END = -1;
    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

    private final InputStream input;
    private final StringBuilder line = new StringBuilder(256);
    private long number;

    LineReader(InputStream input) {
        this.input = new BufferedInputStream(input, 1 << 16);
    }

    /** The next line, or null at the end of the file. */
    Line next() throws IOException {
        line.setLength(0);
        int character = input.read();
        if (character == END) {
            return null;
        }
        number++;
        boolean whole = true;
        for (; character != END && character != '\n'; character = input.read()) {
            if (line.length() == LONGEST_LINE) {
                whole = false;
                continue;
            }
            line.append((char) character);
        }
        return new Line(number, content(), whole);
    }

    private String content() {
        int end = line.length();
        if (end > 0 && line.charAt(end - 1) == '\r') {
            end--;
        }
        boolean marked = number == 1 && line.indexOf(BYTE_ORDER_MARK) == 0;
        return line.substring(marked ? BYTE_ORDER_MARK.length() : 0, end);
    }

    @Override
    public void close() throws IOException {
        input.close();
    }

    /** @param whole false when the line was too long and its rest is not in {@code text} */
    record Line(long number, String text, boolean whole) {}
}
