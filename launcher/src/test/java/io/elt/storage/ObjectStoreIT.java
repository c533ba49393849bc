package io.elt.storage;

import com.sun.net.httpserver.HttpServer;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import io.elt.runner.s3.S3FileIo;
import io.elt.runner.s3.S3Settings;
import io.elt.s3.S3Store;
import io.elt.submit.SavedState;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.fs.FileSystem;
import org.apache.paimon.catalog.CatalogContext;
import org.apache.paimon.fs.Path;
import org.apache.paimon.options.Options;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What a store answers, and what we make of it, against one that speaks S3. */
class ObjectStoreIT {
    private static final S3Store STORE = S3Store.shared();

    private static Diagnostic problem(String address, Map<String, String> changes) {
        Map<String, String> properties = new HashMap<>(STORE.settings());
        properties.putAll(changes);
        properties.values().removeIf(String::isEmpty);
        properties.put("warehouse", address);
        ObjectStore store = ObjectStore.ofCatalog("lake", properties).orElseThrow();
        Instant start = Instant.now();
        EltException error = catchThrowableOfType(EltException.class, store::requireReachable);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMinutes(1));
        return error.diagnostics().get(0);
    }

    @Test
    void aBucketThatIsThereIsReachedEvenIfTheFolderIsNot() {
        String bucket = STORE.bucket("reached");
        Map<String, String> properties = new HashMap<>(STORE.settings());
        properties.put("warehouse", bucket + "/not/yet");

        ObjectStore store = ObjectStore.ofCatalog("lake", properties).orElseThrow();

        store.requireReachable();
        store.requireConditions();
    }

    @Test
    void whatIsInNoBucketIsNotAsked() {
        assertThat(ObjectStore.ofCatalog("lake", Map.of("warehouse", "hdfs:///warehouse")))
                .isEmpty();
        assertThat(ObjectStore.ofState("prod", "/mnt/state", Map.of())).isEmpty();
    }

    @Test
    void aMissingBucketIsNamed() {
        Diagnostic problem = problem("s3://no-such-bucket/warehouse", Map.of());

        assertThat(problem.code()).isEqualTo(ErrorCode.BUCKET_MISSING);
        assertThat(problem.message())
                .contains("no bucket no-such-bucket", STORE.endpoint().toString(), "the warehouse of catalog lake");
    }

    @Test
    void wrongKeysAreToldWithTheirSettingsAndWithoutTheirValues() {
        Diagnostic problem = problem(STORE.bucket("kept"), Map.of("s3.secret-key", "wr0ng-s3cret"));

        assertThat(problem.code()).isEqualTo(ErrorCode.STORE_REFUSES);
        assertThat(problem.message()).contains("SignatureDoesNotMatch").doesNotContain("wr0ng");
        assertThat(problem.hint().orElseThrow()).contains("s3.secret-key", "AWS_SECRET_ACCESS_KEY");
    }

    @Test
    void aStoreThatIsNotThereIsToldWithinSeconds() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        Diagnostic problem = problem("s3://lake/warehouse", Map.of("s3.endpoint", "http://127.0.0.1:" + port));

        assertThat(problem.code()).isEqualTo(ErrorCode.STORE_UNREACHABLE);
        assertThat(problem.message()).contains("127.0.0.1:" + port, "refused");
        assertThat(problem.hint().orElseThrow()).contains("s3.endpoint");
    }

    /** A server that takes every header for granted, as a store does that is older than conditional writes. */
    @Test
    void aStoreThatOverwritesIsRefused() throws IOException {
        HttpServer careless = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        careless.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("ETag", "\"0a1b-1\"");
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("PUT") ? 200 : 404, -1);
            exchange.close();
        });
        careless.start();
        try {
            Map<String, String> properties = new HashMap<>(STORE.settings());
            properties.put(
                    "s3.endpoint", "http://127.0.0.1:" + careless.getAddress().getPort());
            properties.put("warehouse", "s3://lake/warehouse");
            ObjectStore store = ObjectStore.ofCatalog("lake", properties).orElseThrow();

            EltException error = catchThrowableOfType(EltException.class, store::requireConditions);

            assertThat(error.diagnostics().get(0).code()).isEqualTo(ErrorCode.STORE_OVERWRITES);
        } finally {
            careless.stop(0);
        }
    }

    @Test
    void ofTwoWhoWriteOneObjectTheSecondIsToldAndChangesNothing() throws IOException {
        Path snapshot = new Path(STORE.bucket("commits") + "/lake/snapshot/snapshot-1");
        S3FileIo one = files();
        S3FileIo other = files();

        assertThat(one.tryToWriteAtomic(snapshot, "one")).isTrue();
        assertThat(other.tryToWriteAtomic(snapshot, "other")).isFalse();

        assertThat(other.readFileUtf8(snapshot)).isEqualTo("one");
        assertThat(one.tryToWriteAtomic(snapshot, "one"))
                .as("a request that is repeated because its answer was lost")
                .isTrue();
        one.overwriteFileUtf8(snapshot, "two");
        assertThat(other.readFileUtf8(snapshot)).isEqualTo("two");
    }

    @Test
    void whatFlinkWasGivenServesACatalogThatSaysNothing() throws IOException {
        Path file = new Path(STORE.bucket("shared") + "/file");
        S3Settings.of(STORE.settings()).useInProcess();
        S3FileIo files = new S3FileIo();
        files.configure(CatalogContext.create(Options.fromMap(Map.of())));

        files.writeFile(file, "here", false);

        assertThat(files().readFileUtf8(file)).isEqualTo("here");
    }

    @Test
    void savedStateIsFoundAndPutAside() throws IOException {
        FileSystem.initialize(Configuration.fromMap(STORE.settings()), null);
        SavedState state = new SavedState(STORE.bucket("state") + "/shop/prod/ods_number");
        assertThat(state.latest()).isEmpty();
        S3FileIo files = files();
        files.writeFile(new Path(state.checkpoints() + "/a/chk-2/_metadata"), "", false);
        files.writeFile(new Path(state.savepoints() + "/savepoint-1/part"), "", false);

        assertThat(state.latest()).hasValue(state.checkpoints() + "/a/chk-2");

        state.putAside();
        assertThat(state.latest()).isEmpty();
    }

    private static S3FileIo files() {
        S3FileIo files = new S3FileIo();
        files.configure(CatalogContext.create(Options.fromMap(STORE.settings())));
        return files;
    }
}
