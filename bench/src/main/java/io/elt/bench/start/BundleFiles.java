package io.elt.bench.start;

import io.elt.runner.JobBundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Rendered jobs as files: what the bare side reads instead of a project. */
final class BundleFiles {
    private BundleFiles() {}

    /** The paths, in the order of the jobs. */
    static List<String> write(Path folder, List<JobBundle> bundles) throws IOException {
        Files.createDirectories(folder);
        List<String> paths = new ArrayList<>();
        for (JobBundle bundle : bundles) {
            Path file = folder.resolve(bundle.name() + ".json");
            Files.writeString(file, bundle.toJson());
            paths.add(file.toString());
        }
        return paths;
    }
}
