package io.elt.submit.kubernetes;

import io.elt.project.Layer;
import io.elt.submit.JobIdentity;

import java.util.Map;
import java.util.TreeMap;

/**
 * By what the resources of a job are found.
 *
 * @param labels of the resources and of the pods, for selectors and metrics
 * @param annotations what is to be read, as it is
 */
record JobLabels(Map<String, String> labels, Map<String, String> annotations) {
    static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    static final String INSTANCE = "app.kubernetes.io/instance";
    static final String PROJECT = "elt.io/project";
    static final String JOB = "elt.io/job";
    static final String COMMIT = "elt.io/commit";
    static final String FINGERPRINT = "elt.io/fingerprint";

    private static final int LONGEST = 63;

    static JobLabels of(JobIdentity identity, ResourceName name) {
        Map<String, String> labels = new TreeMap<>();
        labels.put(MANAGED_BY, "elt");
        labels.put("app.kubernetes.io/name", "elt-job");
        labels.put(INSTANCE, name.text());
        labels.put("app.kubernetes.io/part-of", value(identity.project()));
        labels.put(PROJECT, value(identity.project()));
        labels.put("elt.io/layer", Layer.ofName(identity.job()).text());
        labels.put(JOB, value(identity.job()));
        Map<String, String> annotations = new TreeMap<>();
        annotations.put(PROJECT, identity.project());
        annotations.put(JOB, identity.job());
        annotations.put(FINGERPRINT, identity.fingerprint());
        return new JobLabels(labels, annotations);
    }

    /** A name as far as a label can hold it; the annotation of the same key has it whole. */
    static String value(String name) {
        String letters = name.replaceAll("[^A-Za-z0-9._-]", "_");
        String start = letters.substring(0, Math.min(letters.length(), LONGEST));
        return start.replaceAll("^[^A-Za-z0-9]+|[^A-Za-z0-9]+$", "");
    }
}
