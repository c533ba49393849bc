package io.elt.cli.report;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.SourceSpan;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * By what a problem is known again when lines above it come and go: its code, its file and what stands in its line. Where
 * that is the same for several, they are counted.
 */
final class Fingerprints {
    static final String NAME = "eltProblem/v1";

    private static final int LENGTH = 16;

    private final Findings findings;
    private final Map<String, Integer> seen = new HashMap<>();

    Fingerprints(Findings findings) {
        this.findings = findings;
    }

    /** To be asked for each problem in turn. */
    String next(Diagnostic problem) {
        String place = problem.span().map(this::place).orElseGet(problem::message);
        String same = problem.code().text() + "\n" + place;
        int before = seen.merge(same, 1, Integer::sum);
        return hash(same + "\n" + before);
    }

    private String place(SourceSpan span) {
        return span.file() + "\n" + findings.line(span).strip().replaceAll("\\s+", " ");
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
