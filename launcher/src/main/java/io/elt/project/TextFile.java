package io.elt.project;

import io.elt.diagnostic.SourceSpan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Decodes a file strictly: what is not text must not become text with holes. */
public final class TextFile {

    static final long LIMIT = 1 << 20;

    private TextFile() {}

    public static boolean exists(Path root, String path) {
        return Files.isRegularFile(root.resolve(path));
    }

    /** @param path relative to the root, and not out of it, even through a symbolic link */
    public static String read(Path root, String path) {
        Path file = root.resolve(path);
        try {
            if (Files.isSymbolicLink(file) && !Files.exists(file)) {
                throw FileErrors.brokenLink(path).toException();
            }
            if (!file.toRealPath().startsWith(root.toRealPath())) {
                throw FileErrors.outside(path).toException();
            }
            if (!Files.isRegularFile(file)) {
                // To open a pipe is to wait for whoever writes into it.
                throw FileErrors.notAFile(path).toException();
            }
            long size = Files.size(file);
            if (size > LIMIT) {
                throw FileErrors.tooLarge(path, size, LIMIT).toException();
            }
            String text = normalise(decode(path, Files.readAllBytes(file)));
            rejectForbidden(path, text);
            return text;
        } catch (IOException e) {
            throw FileErrors.unreadable(path, e).toException(e);
        }
    }

    private static String decode(String path, byte[] bytes) {
        CharsetDecoder decoder = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharBuffer output = CharBuffer.allocate(bytes.length);
        boolean malformed = decoder.decode(input, output, true).isError();
        String decoded = output.flip().toString();
        if (malformed) {
            SourceSpan end = SourceSpan.within(
                    path,
                    normalise(decoded),
                    normalise(decoded).length(),
                    normalise(decoded).length());
            throw FileErrors.notUtf8(path, end.line(), end.column()).toException();
        }
        return decoded;
    }

    static String normalise(String text) {
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return body.indexOf('\r') < 0 ? body : body.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** NUL is a sign of a binary file; the noncharacters are kept free for the renderer, which marks text with them. */
    private static void rejectForbidden(String path, String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == 0 || (character >= '\uFDD0' && character <= '\uFDEF')) {
                throw FileErrors.forbiddenCharacter(path, SourceSpan.within(path, text, i, i + 1), character)
                        .toException();
            }
        }
    }
}
