package io.elt.storage;

import io.elt.runner.s3.ConditionalPut;
import io.elt.runner.s3.ConditionalPut.Outcome;
import io.elt.runner.s3.S3FileSystems;
import io.elt.runner.s3.S3Settings;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.s3a.S3AFileSystem;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A folder of a bucket, and how it is reached.
 *
 * @param subject what is kept there, for who reads of it: {@code the warehouse of catalog lake}
 */
public record ObjectStore(String subject, String address, S3Settings settings) {
    private static final byte[] PROBE = "written and deleted by elt".getBytes(StandardCharsets.UTF_8);

    /**
     * The place of a lake, if it is in a bucket.
     *
     * @param properties of the catalog
     */
    public static Optional<ObjectStore> ofCatalog(String catalog, Map<String, String> properties) {
        String warehouse = properties.getOrDefault("warehouse", "");
        return isBucket(warehouse)
                ? Optional.of(new ObjectStore(
                        "the warehouse of catalog " + catalog, warehouse, S3Settings.ofCatalog(properties)))
                : Optional.empty();
    }

    /**
     * The place of a target's state, if it is in a bucket.
     *
     * @param flink settings of the target
     */
    public static Optional<ObjectStore> ofState(String target, String folder, Map<String, String> flink) {
        return isBucket(folder)
                ? Optional.of(new ObjectStore("the state of target " + target, folder, S3Settings.of(flink)))
                : Optional.empty();
    }

    private static boolean isBucket(String address) {
        return address.startsWith("s3://") || address.startsWith("s3a://");
    }

    /**
     * Asks the store for the folder.
     *
     * @throws io.elt.diagnostic.EltException if the bucket is not there, or the store refuses or does not answer
     */
    public void requireReachable() {
        try {
            files().listStatus(folder());
        } catch (FileNotFoundException e) {
            if (StoreErrors.isMissingBucket(e)) {
                throw StoreErrors.of(this, e);
            }
            // The bucket is there and nothing in it yet.
        } catch (IOException | RuntimeException e) {
            throw StoreErrors.of(this, e);
        }
    }

    /**
     * Finds out whether the store writes an object only if nobody has: some take the condition for a header like any other.
     *
     * @throws io.elt.diagnostic.EltException if it overwrites, or nothing can be written there
     */
    public void requireConditions() {
        Path probe = new Path(folder(), ".elt-probe-" + UUID.randomUUID());
        try {
            S3AFileSystem files = files();
            try {
                Outcome first = ConditionalPut.put(files, probe, PROBE);
                if (first != Outcome.WRITTEN || ConditionalPut.put(files, probe, PROBE) != Outcome.TAKEN) {
                    throw StoreErrors.overwrites(this);
                }
            } finally {
                files.delete(probe, false);
            }
        } catch (IOException e) {
            throw StoreErrors.of(this, e);
        }
    }

    private S3AFileSystem files() throws IOException {
        return S3FileSystems.of(URI.create(address), settings.impatient());
    }

    private Path folder() {
        return new Path(URI.create(address));
    }
}
