package io.elt.status;

import io.elt.submit.JobState;

import java.time.Instant;
import java.util.Optional;

/**
 * @param since when this run of the job was submitted; empty if the cluster does not say
 * @param restarts how often the job started again since it was submitted
 * @param checkpoints how many checkpoints it has completed
 * @param lastCheckpoint when the newest of them was complete
 * @param rootCause why it last failed, in one line
 */
public record JobStatus(
        String job,
        JobState state,
        Optional<Instant> since,
        int restarts,
        long checkpoints,
        Optional<Instant> lastCheckpoint,
        Optional<String> rootCause) {}
