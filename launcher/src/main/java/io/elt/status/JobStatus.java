package io.elt.status;

import java.util.Optional;

/**
 * @param restarts how often the job started again since it was submitted
 * @param checkpoints how many checkpoints it has completed
 * @param rootCause why it last failed, in one line
 */
public record JobStatus(String job, JobState state, int restarts, long checkpoints, Optional<String> rootCause) {}
