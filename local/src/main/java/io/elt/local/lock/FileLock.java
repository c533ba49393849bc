package io.elt.local.lock;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A file that one process holds. The operating system lets go of it when the process ends, however it ends, so a file left
 * behind is no obstacle.
 */
public final class FileLock implements AutoCloseable {
    private final FileChannel channel;

    private FileLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @param file made if it is not there; its folder must be
     * @return nothing if somebody holds it, this very process included
     */
    public static Optional<FileLock> tryTake(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                String pid = Long.toString(ProcessHandle.current().pid());
                channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)), 0);
                return Optional.of(new FileLock(channel));
            }
        } catch (OverlappingFileLockException e) {
            // This very process has it.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    /** Who holds it, for a message: {@code process 4711}. */
    public static String holder(Path file) throws IOException {
        String pid = Files.readString(file).trim();
        return pid.isEmpty() ? "another process" : "process " + pid;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
