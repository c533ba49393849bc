package io.elt.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** One process per folder. The operating system lets go of the lock when the process ends, however it ends. */
final class StackLock implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final String ENDPOINTS = "endpoints.properties";

    private final Path folder;
    private final FileChannel channel;

    private StackLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * @throws StackInUseException if another process has it
     */
    static StackLock take(Path folder) throws IOException {
        Files.createDirectories(folder);
        return tryTake(folder).orElseThrow(() -> inUse(folder));
    }

    /** Where the stack of a folder listens, if a process runs it at this moment. */
    static Optional<Endpoints> owner(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(LOCK))) {
            return Optional.empty();
        }
        Optional<StackLock> free = tryTake(folder);
        if (free.isPresent()) {
            free.get().close();
            return Optional.empty();
        }
        return Optional.of(endpoints(folder));
    }

    void publish(Endpoints endpoints) throws IOException {
        Files.writeString(folder.resolve(ENDPOINTS), endpoints.toText());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static Optional<StackLock> tryTake(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new StackLock(folder, channel));
            }
        } catch (OverlappingFileLockException e) {
            // This very process has it.
        }
        channel.close();
        return Optional.empty();
    }

    private static StackInUseException inUse(Path folder) {
        try {
            return new StackInUseException(folder, endpoints(folder));
        } catch (IOException e) {
            return new StackInUseException(folder, new Endpoints(0, "", "", ""));
        }
    }

    private static Endpoints endpoints(Path folder) throws IOException {
        Path file = folder.resolve(ENDPOINTS);
        return Files.exists(file) ? Endpoints.fromText(Files.readString(file)) : new Endpoints(0, "", "", "");
    }
}
