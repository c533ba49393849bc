package io.elt.submit;

import io.elt.runner.JobBundle;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import static java.util.Objects.requireNonNull;

/**
 * What a job on a cluster says of itself, so that nobody has to remember what was started where. It travels as the global
 * parameters of the job, which every cluster shows.
 *
 * @param target that it runs for: a cluster may run the same job for another one, too; empty if it does not say
 * @param fingerprint of what the job does: equal for two bundles that do the same
 */
public record JobIdentity(String project, String target, String job, String fingerprint) {
    private static final String PROJECT = "elt.project";
    private static final String TARGET = "elt.target";
    private static final String JOB = "elt.job";
    private static final String FINGERPRINT = "elt.fingerprint";

    public JobIdentity {
        requireNonNull(project, "project");
        requireNonNull(target, "target");
        requireNonNull(job, "job");
        requireNonNull(fingerprint, "fingerprint");
    }

    /** The job's name on a cluster, which may hold jobs of other projects too. */
    public String clusterName() {
        return clusterName(project, job);
    }

    static String clusterName(String project, String job) {
        return project + "." + job;
    }

    /**
     * @param parameters the global parameters of a job
     * @return empty for a job that is none of ours
     */
    public static Optional<JobIdentity> of(Map<String, String> parameters) {
        return parameters.containsKey(PROJECT) && parameters.containsKey(JOB) && parameters.containsKey(FINGERPRINT)
                ? Optional.of(new JobIdentity(
                        parameters.get(PROJECT),
                        parameters.getOrDefault(TARGET, ""),
                        parameters.get(JOB),
                        parameters.get(FINGERPRINT)))
                : Optional.empty();
    }

    /**
     * @throws IllegalArgumentException if the bundle was not made by a {@link Bundler}
     */
    public static JobIdentity of(JobBundle bundle) {
        return of(parameters(bundle.settings()))
                .orElseThrow(() -> new IllegalArgumentException("job " + bundle.name() + " does not say whose it is"));
    }

    /** Of the same job that does something else. */
    public JobIdentity withFingerprint(String other) {
        return new JobIdentity(project, target, job, other);
    }

    /**
     * @param target empty for any
     */
    boolean isOf(String project, String target) {
        return this.project.equals(project)
                && (target.isEmpty() || this.target.isEmpty() || this.target.equals(target));
    }

    /** The settings with this identity among the global parameters that they have. */
    public Map<String, String> addTo(Map<String, String> settings) {
        Map<String, String> parameters = new TreeMap<>(parameters(settings));
        parameters.put(PROJECT, project);
        parameters.put(TARGET, target);
        parameters.put(JOB, job);
        parameters.put(FINGERPRINT, fingerprint);
        Configuration written = new Configuration().set(PipelineOptions.GLOBAL_JOB_PARAMETERS, parameters);
        Map<String, String> identified = new HashMap<>(settings);
        identified.putAll(written.toMap());
        return identified;
    }

    private static Map<String, String> parameters(Map<String, String> settings) {
        return Configuration.fromMap(settings)
                .getOptional(PipelineOptions.GLOBAL_JOB_PARAMETERS)
                .orElse(Map.of());
    }
}
