package io.elt.cli.run;

import io.elt.diagnostic.Problems;
import io.elt.diagnostic.Redactor;
import io.elt.plan.cache.PlanCache;
import io.elt.project.Overrides;
import io.elt.project.Project;
import io.elt.project.ProjectReader;
import io.elt.project.RunOn;
import io.elt.render.Renderer;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/**
 * Reads projects for the commands.
 *
 * @param environment for {@code env_var}
 * @param redactor learns the project's secrets
 */
public record ProjectLoading(Map<String, String> environment, Redactor redactor, Caching caching) {
    /** Whether what was planned is remembered, and taken from there, in the project's folder. */
    public enum Caching {
        ON,
        OFF
    }

    /** That remembers nothing. */
    public ProjectLoading(Map<String, String> environment, Redactor redactor) {
        this(environment, redactor, Caching.OFF);
    }

    /** Unique for each call of elt; labels of loads are made of it, so that no two deployments share them. */
    static final String INVOCATION_ID = "invocation_id";

    /**
     * @param ports where the embedded stack listens, if the target is that
     * @throws io.elt.diagnostic.EltException with all that is wrong with elt.yaml
     */
    public Project read(Path folder, Overrides overrides, Ports ports) {
        Project project = new ProjectReader(redactor).read(folder, overrides);
        Project identified = project.withVariables(Map.of(INVOCATION_ID, EmbeddedVariables.literal(newId())));
        return project.target().runOn() == RunOn.EMBEDDED
                ? EmbeddedVariables.addTo(identified, ports, EltFolder.of(project.root()))
                : identified;
    }

    /**
     * @throws io.elt.diagnostic.EltException with all problems of all files
     */
    public LoadedProject load(Project project) {
        return LoadedProject.of(project, environment, redactor).with(planCache(project));
    }

    /**
     * The project without the files that cannot be read.
     *
     * @param problems gets what is wrong with those
     */
    LoadedProject loadReadable(Project project, Problems problems) {
        return LoadedProject.readable(project, environment, redactor, problems).with(planCache(project));
    }

    /** Renders single files of the project. */
    public Renderer renderer(Project project) {
        return Renderer.of(project, environment, redactor);
    }

    private PlanCache planCache(Project project) {
        return caching == Caching.ON
                ? PlanCache.in(EltFolder.of(project.root()).cache().resolve("plan"))
                : PlanCache.none();
    }

    private static String newId() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    }
}
