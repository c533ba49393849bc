package io.elt.lake;

import io.elt.runner.lake.AtomicFileIo;
import io.elt.runner.lake.LakeFolder;
import org.apache.paimon.catalog.CatalogContext;
import org.apache.paimon.consumer.Consumer;
import org.apache.paimon.consumer.ConsumerManager;
import org.apache.paimon.fs.FileIO;
import org.apache.paimon.fs.Path;
import org.apache.paimon.options.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import static org.assertj.core.api.Assertions.assertThat;

class AtomicFileIoTest {
    @TempDir
    private File folder;

    @Test
    void aWarehouseOfTheSchemeGetsIt() throws IOException {
        assertThat(files()).isInstanceOf(AtomicFileIo.class);
    }

    @Test
    void whoLooksAtAllPlacesWhileAReaderWritesItsOwnNeverFindsHalfAFile() throws IOException {
        ConsumerManager places = new ConsumerManager(files(), table());
        places.resetConsumer("bank-dwd_loan", new Consumer(1));
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> {
            for (long snapshot = 1; !done.get(); snapshot++) {
                places.resetConsumer("bank-dwd_loan", new Consumer(snapshot));
            }
        });
        try {
            OptionalLong seen = OptionalLong.empty();
            for (int look = 0; look < 2_000; look++) {
                seen = places.minNextSnapshot();
            }
            assertThat(seen).isPresent();
        } finally {
            done.set(true);
        }
        reader.join();
    }

    @Test
    void nothingIsLeftBesideTheFile() throws IOException {
        FileIO files = files();
        Path file = new Path(table(), "consumer/consumer-a");
        files.overwriteFileUtf8(file, "first");
        files.overwriteFileUtf8(file, "second");
        assertThat(files.readFileUtf8(file)).isEqualTo("second");
        assertThat(new File(folder, "consumer").list()).containsExactly("consumer-a");
    }

    private Path table() {
        return new Path(LakeFolder.SCHEME + ":" + folder);
    }

    private FileIO files() throws IOException {
        return FileIO.get(table(), CatalogContext.create(new Options()));
    }
}
