package io.elt.submit;

import java.net.URI;
import java.util.Optional;

/**
 * A job that a cluster has taken.
 *
 * @param job the job's name in the project
 * @param jobId the cluster's id of this run of the job, 32 hexadecimal digits
 * @param rest root of the REST API that knows the job, empty where Flink cannot be asked from here
 * @param application what holds the job if that is not a session: the application's id on YARN, namespace/name of the
 *     resource on Kubernetes; else empty
 * @param fingerprint of what it does, as it says itself; empty if it does not
 */
public record Submission(
        String job, String jobId, Optional<URI> rest, String application, Optional<String> fingerprint) {}
