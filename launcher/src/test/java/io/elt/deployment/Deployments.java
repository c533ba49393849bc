package io.elt.deployment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Entries for tests. */
public final class Deployments {
    private Deployments() {}

    public static Deployment of(String job, Instant at) {
        return with(job, at, Remains.started(Optional.empty()));
    }

    public static Deployment with(String job, Instant at, Remains remains) {
        return new Deployment(
                Deployment.newId(at),
                "bank",
                "local",
                job,
                Action.START,
                new Author(at, "ann", "desk", Optional.empty(), Map.of("elt", "1.0")),
                new Program(List.of("INSERT INTO t SELECT 1"), Map.of("a", "b"), Optional.empty(), "f00"),
                remains);
    }
}
