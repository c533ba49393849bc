package io.elt.submit.yarn;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The jars of the distribution that containers need: Flink, connectors, formats and functions.
 *
 * @param files sorted by name
 */
record ClusterJars(List<Path> files) {
    /** Only the embedded stack needs these, and they are a fifth of all. */
    private static final List<String> ONLY_HERE = List.of("duckdb_jdbc-", "elt-local-");

    private static final String RUNNER = "elt-runner-";
    private static final String FLINK_YARN = "flink-yarn-";
    private static final int DIGITS = 32;

    /**
     * @param home the folder of the distribution
     * @throws io.elt.diagnostic.EltException if it is none
     */
    static ClusterJars in(Path home) {
        Path lib = home.resolve("lib");
        if (!Files.isDirectory(lib)) {
            throw YarnErrors.noJars(lib + " is no folder");
        }
        try (Stream<Path> files = Files.list(lib)) {
            return new ClusterJars(files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> ONLY_HERE.stream()
                            .noneMatch(start -> file.getFileName().toString().startsWith(start)))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + lib, e);
        }
    }

    /** The one jar that Flink wants to be told of as the user's. */
    Path runner() {
        return startingWith(RUNNER);
    }

    /** Flink calls so what it does not expect among the others. */
    Path distribution() {
        return startingWith(FLINK_YARN);
    }

    /** Among shared jars Flink looks for itself under the name that its own build gives it. */
    String nameInShared(Path file) {
        return file.equals(distribution())
                ? file.getFileName().toString().replace(FLINK_YARN, "flink-dist-")
                : file.getFileName().toString();
    }

    /**
     * Of names and contents. Read by each call of elt that starts a job: a CRC is as fast as the disk, where a digest would
     * take seconds, and tells two builds apart well enough.
     */
    String checksum() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                String line = nameInShared(file) + " " + Files.size(file) + " " + crc(file) + "\n";
                digest.update(line.getBytes(UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the jars of elt", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static long crc(Path file) throws IOException {
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[1 << 16];
        try (InputStream bytes = Files.newInputStream(file)) {
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                crc.update(buffer, 0, count);
            }
        }
        return crc.getValue();
    }

    private Path startingWith(String start) {
        return files.stream()
                .filter(file -> file.getFileName().toString().startsWith(start))
                .findFirst()
                .orElseThrow(() -> YarnErrors.noJars("there is no " + start + "*.jar in lib"));
    }
}
