package io.elt.plan.cache;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class CacheFolderTest {
    private static final long PLENTY = 1 << 20;

    @TempDir
    private Path temporary;

    private Path folder() {
        return temporary.resolve("a/cache");
    }

    private CacheFolder cache() {
        return new CacheFolder(folder(), PLENTY);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatIsWrittenIsThereForTheNextOne() throws IOException {
        cache().write("key", bytes("entry"));

        assertThat(cache().read("key")).hasValue(bytes("entry"));
        assertThat(cache().read("other")).isEmpty();
        assertThat(names()).containsExactly("key");
    }

    @Test
    void onlyItsUserMayLookIntoIt() throws IOException {
        cache().write("key", bytes("entry"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
    }

    @Test
    void anEntryThatIsNotWholeIsNotThereAndIsReplaced() throws IOException {
        byte[] entry = bytes("an entry of some length");
        cache().write("key", entry);
        byte[] whole = Files.readAllBytes(folder().resolve("key"));
        for (int length = 0; length < whole.length; length++) {
            Files.write(folder().resolve("key"), Arrays.copyOf(whole, length));
            assertThat(cache().read("key")).as("cut to " + length).isEmpty();
        }
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 4;
            Files.write(folder().resolve("key"), changed);
            assertThat(cache().read("key")).as("changed at " + i).isEmpty();
        }

        cache().write("key", entry);

        assertThat(cache().read("key")).hasValue(entry);
    }

    @Test
    void aFolderThatCannotBeMadeIsAnEmptyCache() throws IOException {
        Files.writeString(temporary.resolve("a"), "a file is in the way");
        CacheFolder cache = cache();

        cache.write("key", bytes("entry"));
        cache.close();

        assertThat(cache.read("key")).isEmpty();
    }

    @Test
    void whatWasNotUsedForLongestGoesWhenThereIsTooMuch() throws IOException {
        CacheFolder first = new CacheFolder(folder(), PLENTY);
        for (int i = 0; i < 20; i++) {
            first.write("entry" + i, new byte[100]);
            Files.setLastModifiedTime(folder().resolve("entry" + i), FileTime.from(Instant.EPOCH.plusSeconds(i)));
        }
        CacheFolder second = new CacheFolder(folder(), 1_500);
        assertThat(second.read("entry0")).isPresent();
        second.write("new", new byte[100]);

        second.close();

        assertThat(names()).contains("entry0", "new", "entry19").doesNotContain("entry1", "entry2", "entry10");
        assertThat(names().size()).isLessThanOrEqualTo(7);
    }

    @Test
    void whatIsInUseStaysHoweverMuchItIs() throws IOException {
        CacheFolder cache = new CacheFolder(folder(), 10);
        IntStream.range(0, 10).forEach(i -> cache.write("entry" + i, new byte[100]));

        cache.close();

        assertThat(names()).hasSize(10);
    }

    @Test
    void manyMayWriteTheSameAtOnce() {
        byte[] entry = new byte[10_000];
        Arrays.fill(entry, (byte) 7);

        List<Boolean> whole = IntStream.range(0, 400)
                .parallel()
                .mapToObj(i -> {
                    CacheFolder cache = cache();
                    cache.write("key", entry);
                    return cache.read("key")
                            .filter(read -> Arrays.equals(read, entry))
                            .isPresent();
                })
                .toList();

        assertThat(whole).containsOnly(true);
    }
}
