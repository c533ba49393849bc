package io.elt.submit;

import io.elt.plan.Digest;
import io.elt.plan.FileAddress;
import io.elt.script.Dialect;
import io.elt.script.Script;
import io.elt.script.Token;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The jars that a statement brings along: {@code CREATE FUNCTION ... USING JAR '...'}, {@code ADD JAR '...'}. A function that was
 * built anew under the same name is another function.
 */
final class FunctionJars {
    private static final String JAR = "JAR";

    private FunctionJars() {}

    /** Of the contents of those that are on this machine, in order; what is elsewhere counts by its name, which is in the statement. */
    static List<String> digests(String statement) {
        List<Token> tokens = Script.tokens(statement, Dialect.FLINK);
        List<String> digests = new ArrayList<>();
        for (int i = 1; i < tokens.size(); i++) {
            Token path = tokens.get(i);
            if (path.kind() == Token.Kind.STRING
                    && tokens.get(i - 1).text(statement).equalsIgnoreCase(JAR)) {
                Path file = file(path.unquoted(statement));
                if (Files.isRegularFile(file)) {
                    digests.add(digest(file));
                }
            }
        }
        return digests;
    }

    private static Path file(String address) {
        return address.startsWith("file:") ? FileAddress.path(address) : Path.of(address);
    }

    private static String digest(Path file) {
        CRC32 check = new CRC32();
        byte[] buffer = new byte[1 << 16];
        try (InputStream bytes = Files.newInputStream(file)) {
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                check.update(buffer, 0, count);
            }
            return new Digest("jar").add(Files.size(file)).add(check.getValue()).text();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
