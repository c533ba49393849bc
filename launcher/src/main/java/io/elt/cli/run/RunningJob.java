package io.elt.cli.run;

import io.elt.plan.Job;
import io.elt.submit.SavedState;
import io.elt.submit.Submission;

import java.util.Optional;

/** A planned job and the run of it that was submitted. */
record RunningJob(Job job, Submission submission, SavedState state, Optional<String> resumedFrom) {
    String name() {
        return job.name();
    }
}
