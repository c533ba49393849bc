package io.elt.plan.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Entries as files, named by their keys. Several processes may use one folder: an entry appears as a whole or not at all, and
 * under one key everybody writes the same. What cannot be read or written is as if it were not there.
 */
final class CacheFolder {
    private static final int CHECK_LENGTH = Long.BYTES;
    private static final String UNFINISHED = ".tmp";

    private final Path folder;
    private final long mostBytes;
    private final Set<String> used = new HashSet<>();
    private boolean written;

    /**
     * @param mostBytes how much may stay; what was not used for longest goes first
     */
    CacheFolder(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    Optional<byte[]> read(String key) {
        try {
            byte[] content = Files.readAllBytes(folder.resolve(key));
            if (content.length < CHECK_LENGTH) {
                return Optional.empty();
            }
            byte[] entry = Arrays.copyOfRange(content, CHECK_LENGTH, content.length);
            if (ByteBuffer.wrap(content).getLong() != check(entry)) {
                return Optional.empty();
            }
            used.add(key);
            return Optional.of(entry);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void write(String key, byte[] entry) {
        try {
            createFolder();
            Path unfinished = Files.createTempFile(folder, "entry", UNFINISHED);
            try {
                byte[] content = ByteBuffer.allocate(CHECK_LENGTH + entry.length)
                        .putLong(check(entry))
                        .put(entry)
                        .array();
                Files.write(unfinished, content);
                Files.move(unfinished, folder.resolve(key), StandardCopyOption.ATOMIC_MOVE);
                used.add(key);
                written = true;
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            // A cache that cannot be written is one that is empty next time.
            used.remove(key);
        }
    }

    /** To be called at the end: keeps the folder small. */
    void close() {
        if (!written) {
            return;
        }
        try {
            removeOldest();
        } catch (IOException e) {
            // Another process is doing the same; what is left is removed next time.
            written = false;
        }
    }

    private void removeOldest() throws IOException {
        List<Entry> entries = new ArrayList<>();
        long bytes = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Entry entry = new Entry(file, Files.size(file), Files.getLastModifiedTime(file));
                entries.add(entry);
                bytes += entry.bytes;
            }
        }
        if (bytes <= mostBytes) {
            return;
        }
        FileTime now = FileTime.fromMillis(System.currentTimeMillis());
        for (String key : used) {
            if (Files.exists(folder.resolve(key))) {
                Files.setLastModifiedTime(folder.resolve(key), now);
            }
        }
        entries.removeIf(entry -> used.contains(entry.file.getFileName().toString()));
        entries.sort(Comparator.comparing(Entry::time));
        for (Entry entry : entries) {
            // Half, so that not every run has to do this.
            if (bytes <= mostBytes / 2) {
                return;
            }
            Files.deleteIfExists(entry.file);
            bytes -= entry.bytes;
        }
    }

    private record Entry(Path file, long bytes, FileTime time) {}

    private void createFolder() throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static long check(byte[] entry) {
        CRC32 check = new CRC32();
        check.update(entry);
        return check.getValue() << Integer.SIZE | entry.length;
    }
}
