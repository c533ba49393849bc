package io.elt.local.lock;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

class FileLockTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("lock");
    }

    @Test
    void oneHolderAtATime() throws IOException {
        try (FileLock lock = FileLock.tryTake(file).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(FileLock.tryTake(file)).isEmpty();
        }
        try (FileLock again = FileLock.tryTake(file).orElseThrow()) {
            assertThat(again).isNotNull();
        }
    }

    @Test
    void theHolderIsNamed() throws IOException {
        try (FileLock lock = FileLock.tryTake(file).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(FileLock.holder(file))
                    .isEqualTo("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void whatAKilledProcessLeftIsNoObstacle() throws IOException {
        Files.writeString(file, "999999999 and more");
        try (FileLock lock = FileLock.tryTake(file).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(FileLock.holder(file))
                    .isEqualTo("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void anEmptyFileNamesNobody() throws IOException {
        Files.createFile(file);
        assertThat(FileLock.holder(file)).isEqualTo("another process");
    }
}
