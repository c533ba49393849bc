package io.elt.submit;

import java.net.URI;

/**
 * A job that a cluster has taken.
 *
 * @param job the job's name
 * @param jobId the cluster's id of this run of the job, 32 hexadecimal digits
 * @param rest root of the REST API that knows the job
 */
public record Submission(String job, String jobId, URI rest) {}
