package io.elt.submit.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.elt.runner.JobBundle;

/** A bundle with a line for each setting and each statement, so that a review shows what has changed. */
final class BundleText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    private BundleText() {}

    static String of(JobBundle bundle) {
        try {
            return JSON.writer(new DefaultPrettyPrinter()
                                    .withObjectIndenter(LINES)
                                    .withArrayIndenter(LINES))
                            .writeValueAsString(JSON.readTree(bundle.toJson()))
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a bundle is always JSON", e);
        }
    }
}
