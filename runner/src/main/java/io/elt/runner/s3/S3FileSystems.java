package io.elt.runner.s3;

import com.amazonaws.services.s3.AmazonS3;
import org.apache.hadoop.fs.s3a.S3AFileSystem;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** The clients of buckets, one for all that reach one alike: each has connections and threads. */
public final class S3FileSystems {
    private static final Map<Place, S3AFileSystem> OPEN = new HashMap<>();
    private static final Map<S3AFileSystem, AmazonS3> CLIENTS = new IdentityHashMap<>();

    private S3FileSystems() {}

    private record Place(String scheme, String bucket, S3Settings settings) {}

    /**
     * @param address of anything in the bucket
     */
    public static S3AFileSystem of(URI address, S3Settings settings) throws IOException {
        synchronized (OPEN) {
            Place place = new Place(address.getScheme(), address.getAuthority(), settings);
            S3AFileSystem open = OPEN.get(place);
            if (open != null) {
                return open;
            }
            S3AFileSystem files = new S3AFileSystem();
            files.initialize(URI.create(place.scheme() + "://" + place.bucket()), settings.toHadoop());
            OPEN.put(place, files);
            return files;
        }
    }

    /** What a bucket's client itself speaks through. Hadoop writes a warning to the log when it hands it out, so it does once. */
    static AmazonS3 client(S3AFileSystem files) {
        synchronized (CLIENTS) {
            return CLIENTS.computeIfAbsent(files, each -> each.getAmazonS3ClientForTesting("conditional writes"));
        }
    }
}
