package io.elt.runner;

import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A small text that a cluster was given, or leaves behind: a file of its machine, or one of any file system that Flink knows. */
final class ClusterFile {
    private ClusterFile() {}

    static String read(String place) throws IOException {
        if (!hasScheme(place)) {
            // Flink would take it for a path of its default file system, which may be remote.
            return Files.readString(java.nio.file.Path.of(place));
        }
        Path path = new Path(URI.create(place));
        try (FSDataInputStream bytes = path.getFileSystem().open(path)) {
            return new String(bytes.readAllBytes(), UTF_8);
        }
    }

    static void write(String place, String text) throws IOException {
        if (!hasScheme(place)) {
            Files.writeString(java.nio.file.Path.of(place), text);
            return;
        }
        Path path = new Path(URI.create(place));
        try (FSDataOutputStream bytes = path.getFileSystem().create(path, FileSystem.WriteMode.OVERWRITE)) {
            bytes.write(text.getBytes(UTF_8));
        }
    }

    private static boolean hasScheme(String place) {
        return place.matches("[A-Za-z][A-Za-z0-9+.-]+:.*");
    }
}
