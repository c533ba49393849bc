package io.elt.submit;

import java.util.Optional;

/**
 * What the manager of a cluster says of a job, for a job that Flink itself cannot be asked about: it has not started yet, is
 * gone already, or is out of reach.
 *
 * @param rootCause why it failed, in one line, if it did and the manager knows
 */
public record Condition(JobState state, Optional<String> rootCause) {}
