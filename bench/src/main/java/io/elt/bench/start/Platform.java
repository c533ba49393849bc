package io.elt.bench.start;

import io.elt.runner.JobBundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A cluster that is there before anything is started on it. */
interface Platform extends AutoCloseable {
    /** What elt.yaml says of it: lines of YAML. */
    String target();

    /** Settings of Flink that jobs need there, besides those of the project. */
    default Map<String, String> settings() {
        return Map.of();
    }

    /** Whether the first start of all brings the jars there, for all that come after. */
    default boolean keepsJars() {
        return false;
    }

    /** What clients find in their environment. */
    default Map<String, String> environment() {
        return Map.of();
    }

    /** The class that submits without elt. */
    Class<?> bare();

    /**
     * Prepares what the bare side is given besides the installation that both have.
     *
     * @param folder for files
     * @param bundles what elt submits
     * @return the arguments of {@link #bare}
     */
    List<String> bareArguments(Path folder, List<JobBundle> bundles) throws IOException;

    /** How many jobs have all their tasks running. */
    int running();

    /** Ends all jobs, and waits until their slots are free. */
    void clear() throws InterruptedException;

    @Override
    void close();
}
