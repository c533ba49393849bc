package io.elt.storage;

import com.amazonaws.AmazonServiceException;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import org.apache.hadoop.fs.s3a.UnknownStoreException;
import org.apache.hadoop.fs.s3a.auth.NoAwsCredentialsException;

import java.net.URI;
import java.util.Optional;

/** What a store has answered, or not, with the setting to change. */
final class StoreErrors {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final String KEYS = "s3.access-key and s3.secret-key";

    private StoreErrors() {}

    static EltException of(ObjectStore store, Throwable error) {
        if (isMissingBucket(error)) {
            return Diagnostic.error(
                            ErrorCode.BUCKET_MISSING,
                            "there is no bucket " + bucket(store) + " at " + endpoint(store) + ", for "
                                    + store.subject())
                    .withHint("make it with the tools of your store, or correct the address " + store.address()
                            + "; of a store that is not Amazon's, s3.endpoint says which")
                    .toException(error);
        }
        Optional<AmazonServiceException> answer = cause(error, AmazonServiceException.class);
        if (cause(error, NoAwsCredentialsException.class).isPresent()) {
            return refuses(store, "no keys were found", error);
        }
        if (answer.isPresent() && isRefusal(answer.get())) {
            return refuses(store, answer.get().getErrorCode(), error);
        }
        String reason = answer.map(said -> said.getStatusCode() + " " + said.getErrorCode())
                .orElseGet(() -> innermost(error));
        return Diagnostic.error(
                        ErrorCode.STORE_UNREACHABLE,
                        endpoint(store) + " does not answer as a store does, for " + store.subject() + ": " + reason)
                .withHint("s3.endpoint is the address of the store, with http:// or https://; most stores that are not"
                        + " Amazon's want 's3.path-style-access: true', too")
                .toException(error);
    }

    static EltException overwrites(ObjectStore store) {
        return Diagnostic.error(
                        ErrorCode.STORE_OVERWRITES,
                        endpoint(store) + " does not keep two writers apart, for " + store.subject())
                .withDetail("it wrote an object a second time that was to be written only if it was not there")
                .withHint(
                        "take a store with conditional writes, or give the catalog a lock: 'lock.enabled' = 'true' with a"
                                + " 'lock.type'; 'lock.enabled' = 'false' says that never two jobs write one table")
                .toException();
    }

    static boolean isMissingBucket(Throwable error) {
        return cause(error, UnknownStoreException.class).isPresent()
                || cause(error, AmazonServiceException.class)
                        .filter(answer -> "NoSuchBucket".equals(answer.getErrorCode()))
                        .isPresent();
    }

    private static EltException refuses(ObjectStore store, String reason, Throwable error) {
        return Diagnostic.error(
                        ErrorCode.STORE_REFUSES,
                        endpoint(store) + " refuses access to bucket " + bucket(store) + ", for " + store.subject()
                                + ": " + reason)
                .withHint("set " + KEYS + " below 'flink' of the target, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
                        + " in the environment; a role or a user must be allowed to list, read, write and delete there")
                .toException(error);
    }

    private static boolean isRefusal(AmazonServiceException answer) {
        return answer.getStatusCode() == FORBIDDEN || answer.getStatusCode() == UNAUTHORIZED;
    }

    private static String bucket(ObjectStore store) {
        return URI.create(store.address()).getAuthority();
    }

    private static String endpoint(ObjectStore store) {
        return store.settings().endpoint().orElse("Amazon S3");
    }

    private static String innermost(Throwable error) {
        Throwable innermost = error;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost.getClass().getSimpleName() + ": " + innermost.getMessage();
    }

    private static <T extends Throwable> Optional<T> cause(Throwable error, Class<T> kind) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return Optional.of(kind.cast(cause));
            }
        }
        return Optional.empty();
    }
}
