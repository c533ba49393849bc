package io.elt.deployment;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who did it, when, where and with what.
 *
 * @param commit what was checked out in the project's folder, empty where that is no repository of git
 * @param versions of elt, Flink and Paimon, by these names in small letters
 */
public record Author(Instant at, String user, String host, Optional<GitCommit> commit, Map<String, String> versions) {
    public Author {
        versions = new TreeMap<>(versions);
    }
}
