package io.elt.submit;

/** Who waits while a cluster makes room for a job, which may take minutes. */
public interface DeploymentWatch {
    /** For calls that submit nothing. */
    DeploymentWatch NOBODY = new DeploymentWatch() {
        @Override
        public void say(String text) {
            // Nobody listens.
        }

        @Override
        public boolean isAbandoned() {
            return false;
        }
    };

    /** Says why nothing happens. */
    void say(String text);

    /** Whether the user has given it up. */
    boolean isAbandoned();
}
