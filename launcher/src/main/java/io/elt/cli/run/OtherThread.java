package io.elt.cli.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What is done by another thread, seen from the one that waits for it. */
final class OtherThread {
    private OtherThread() {}

    /** Waits for its result. What it has thrown is thrown here, as it was. */
    static <T> T result(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
