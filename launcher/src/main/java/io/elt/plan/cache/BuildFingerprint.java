package io.elt.plan.cache;

import io.elt.plan.Digest;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * What planned: elt, Flink, Paimon and functions as they stand on the class path, Java, and what of the machine reaches into
 * plans. Jars of others have their version in their name; of ours two builds can have the same size and time, so their content counts.
 */
final class BuildFingerprint {
    private static final String OURS = "elt-";
    private static final int EVERYTHING = Integer.MAX_VALUE;
    private static final int BESIDE = 1;

    private BuildFingerprint() {}

    /** Empty if the class path cannot be looked at. */
    static Optional<String> of(String classPath) {
        Digest digest = new Digest("build")
                .add(System.getProperty("java.vm.version", ""))
                .add(TimeZone.getDefault().getID())
                .add(Locale.getDefault().toString());
        try {
            for (String part : classPath.split(File.pathSeparator)) {
                add(Path.of(part), digest);
            }
            return Optional.of(digest.text());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void add(Path part, Digest digest) throws IOException {
        if (Files.isDirectory(part)) {
            addFolder(part, EVERYTHING, digest);
            return;
        }
        if (!Files.exists(part)) {
            return;
        }
        // The manifest of elt's jar names those beside it.
        Path folder = part.toAbsolutePath().getParent();
        if (part.getFileName().toString().startsWith(OURS) && folder != null) {
            addFolder(folder, BESIDE, digest);
            return;
        }
        addFile(part, part.getFileName().toString(), digest);
    }

    private static void addFolder(Path folder, int depth, Digest digest) throws IOException {
        try (Stream<Path> paths = Files.walk(folder, depth)) {
            List<Path> files = paths.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                addFile(file, folder.relativize(file).toString(), digest);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void addFile(Path file, String name, Digest digest) throws IOException {
        digest.add(name).add(Files.size(file));
        if (file.getFileName().toString().startsWith(OURS)) {
            CRC32 check = new CRC32();
            check.update(Files.readAllBytes(file));
            digest.add(check.getValue());
            return;
        }
        digest.add(Files.getLastModifiedTime(file).toMillis());
    }
}
