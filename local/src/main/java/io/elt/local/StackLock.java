package io.elt.local;

import io.elt.local.lock.FileLock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** One stack per folder, and where it listens. */
final class StackLock implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final String ENDPOINTS = "endpoints.properties";

    private final Path folder;
    private final FileLock lock;

    private StackLock(Path folder, FileLock lock) {
        this.folder = folder;
        this.lock = lock;
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
        lock.close();
    }

    private static Optional<StackLock> tryTake(Path folder) throws IOException {
        return FileLock.tryTake(folder.resolve(LOCK)).map(lock -> new StackLock(folder, lock));
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
