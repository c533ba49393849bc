package io.elt.plan.cache;

import io.elt.plan.PlanningInput;

import java.nio.file.Path;
import java.util.Optional;

/** Where plans are kept from one call of elt to the next. */
public final class PlanCache {
    /** A plan of four hundred files takes about a twentieth of it. */
    private static final long MOST_BYTES = 128L << 20;

    private final Optional<Path> folder;

    private PlanCache(Optional<Path> folder) {
        this.folder = folder;
    }

    /** Everything is planned anew, and forgotten. */
    public static PlanCache none() {
        return new PlanCache(Optional.empty());
    }

    public static PlanCache in(Path folder) {
        return new PlanCache(Optional.of(folder));
    }

    /** Empty if nothing may be kept of this project, because planning it depends on more than its texts. */
    public Optional<PlanMemory> open(PlanningInput input) {
        return folder.flatMap(path -> BuildFingerprint.of(System.getProperty("java.class.path"))
                .flatMap(build -> PlanKeys.of(input, build))
                .map(keys -> new PlanMemory(keys, new CacheFolder(path, MOST_BYTES))));
    }
}
