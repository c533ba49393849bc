package io.elt.submit.kubernetes;

import io.elt.plan.Digest;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How the resources of a job are called. The operator allows 45 letters: lower case, digits and hyphens. Two jobs never get the
 * same name: {@code bank.dws_deposit} is {@code bank-dws-deposit}, and where something had to be cut or replaced that other
 * jobs could share, the name ends with a hash of what was meant.
 */
record ResourceName(String text) {
    private static final int LONGEST = 45;
    private static final int HASH = 8;

    private static final Pattern PLAIN_PROJECT = Pattern.compile("[a-z][a-z0-9]*");
    private static final Pattern PLAIN_JOB = Pattern.compile("[a-z0-9]+(_[a-z0-9]+)*");
    private static final Pattern LIKE_HASHED = Pattern.compile(".*_[0-9a-f]{" + HASH + "}");

    static ResourceName of(String project, String job) {
        String readable = project + "-" + job.replace('_', '-');
        boolean plain = PLAIN_PROJECT.matcher(project).matches()
                && PLAIN_JOB.matcher(job).matches()
                && !LIKE_HASHED.matcher("_" + job).matches()
                && readable.length() <= LONGEST;
        return new ResourceName(plain ? readable : hashed(project, job));
    }

    private static String hashed(String project, String job) {
        String letters = (project + "-" + job)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+", "");
        String start = letters.substring(0, Math.min(letters.length(), LONGEST - HASH - 1))
                .replaceAll("-+$", "");
        String hash = new Digest("name of a resource").add(project).add(job).text();
        return (start.isEmpty() ? "elt" : start) + "-" + hash.substring(0, HASH);
    }

    /** The ConfigMap of one version of the job. It never changes, so a changed bundle is another ConfigMap. */
    String configMap(String version) {
        return text + "-" + version;
    }
}
