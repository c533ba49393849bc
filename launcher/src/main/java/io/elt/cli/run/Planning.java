package io.elt.cli.run;

import io.elt.plan.Checked;
import io.elt.plan.Plan;
import io.elt.plan.Planner;
import io.elt.plan.PlanningInput;
import io.elt.plan.Traced;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Stream;

/** Runs the planner in a throw-away folder. */
public final class Planning {
    private Planning() {}

    /**
     * The graph of a project.
     *
     * @throws io.elt.diagnostic.EltException with all problems of all files
     */
    public static Plan plan(LoadedProject loaded) {
        return inScratch(loaded, input -> Planner.plan(input, loaded.planCache()));
    }

    /** The graph, after every query went through the whole optimiser, and all that is wrong with it. */
    public static Checked check(LoadedProject loaded) {
        return inScratch(loaded, input -> Planner.check(input, loaded.planCache()));
    }

    /**
     * The graph of a project, and where its columns come from.
     *
     * @throws io.elt.diagnostic.EltException with all problems of all files
     */
    public static Traced trace(LoadedProject loaded) {
        return inScratch(loaded, Planner::trace);
    }

    private static <T> T inScratch(LoadedProject loaded, Function<PlanningInput, T> planner) {
        try {
            Path scratch = Files.createTempDirectory("elt-plan-");
            try {
                return planner.apply(loaded.planningInput(scratch));
            } finally {
                delete(scratch);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder for planning", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
