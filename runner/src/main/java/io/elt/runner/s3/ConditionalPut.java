package io.elt.runner.s3;

import com.amazonaws.AmazonClientException;
import com.amazonaws.AmazonServiceException;
import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.model.PutObjectRequest;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.s3a.S3AFileSystem;
import org.apache.hadoop.fs.s3a.S3AUtils;
import org.apache.hadoop.fs.s3a.api.RequestFactory;
import org.apache.hadoop.fs.s3a.impl.PutObjectOptions;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Writes an object only if nobody has written it: the store decides, in one request. */
public final class ConditionalPut {
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    private static final int NOT_IMPLEMENTED = 501;

    private ConditionalPut() {}

    /** What became of it. */
    public enum Outcome {
        WRITTEN,
        /** Somebody else was faster, or is writing it just now. */
        TAKEN,
        /** The store does not know conditions, and has written nothing. */
        UNKNOWN_TO_STORE
    }

    /**
     * Past Hadoop's own way to write, which would take the refusal for a failure and try again for a while.
     *
     * @throws IOException if the store does not answer, or refuses for another reason
     */
    public static Outcome put(S3AFileSystem files, Path path, byte[] content) throws IOException {
        AmazonS3 client = S3FileSystems.client(files);
        try {
            client.putObject(request(files.getRequestFactory(), path, content));
            return Outcome.WRITTEN;
        } catch (AmazonServiceException e) {
            return switch (e.getStatusCode()) {
                case CONFLICT, PRECONDITION_FAILED -> Outcome.TAKEN;
                case NOT_IMPLEMENTED -> Outcome.UNKNOWN_TO_STORE;
                default -> throw S3AUtils.translateException("write", path, e);
            };
        } catch (AmazonClientException e) {
            throw S3AUtils.translateException("write", path, e);
        }
    }

    /** Encrypted and owned as all that Hadoop writes. */
    private static PutObjectRequest request(RequestFactory requests, Path path, byte[] content) {
        PutObjectRequest request = requests.newPutObjectRequest(
                path.toUri().getPath().substring(1),
                requests.newObjectMetadata(content.length),
                PutObjectOptions.keepingDirs(),
                new ByteArrayInputStream(content));
        request.putCustomRequestHeader("If-None-Match", "*");
        return request;
    }
}
