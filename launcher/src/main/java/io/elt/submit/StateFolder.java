package io.elt.submit;

/**
 * Where the jobs of a project keep their state on one target.
 *
 * @param root as Flink knows it, without a slash at its end
 */
public record StateFolder(String root) {
    /**
     * @param job the job's name
     */
    public SavedState of(String job) {
        return new SavedState(root + "/" + job);
    }
}
