package io.elt.local.kafka;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second broker out of a data folder. Kafka has such a lock too, but takes it only after it has opened, and may
 * have written, its metadata log. The system gives the lock back when the process dies, so a file left behind is no
 * obstacle.
 */
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock take(Path folder) throws IOException {
        Path file = folder.resolve("elt.lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                String pid = Long.toString(ProcessHandle.current().pid());
                channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)), 0);
                return new FolderLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process: told below like any other holder.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        String holder = holder(file);
        channel.close();
        throw new IOException("the Kafka data in " + folder + " is in use by " + holder
                + "; stop it, or give this one another folder");
    }

    private static String holder(Path file) throws IOException {
        String pid = Files.readString(file).trim();
        return pid.isEmpty() ? "another process" : "process " + pid;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
