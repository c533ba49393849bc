package io.elt.cli;

import io.elt.cli.run.ClusterJobs;
import picocli.CommandLine.Mixin;

/** Which jobs of those that a cluster has. */
final class ClusterJobsOptions {
    @Mixin
    ProjectOptions project;

    @Mixin
    SelectionOptions selection;

    /**
     * @throws io.elt.diagnostic.EltException if the project is wrong, nothing is selected or the cluster does not answer
     */
    ClusterJobs open(Elt elt) {
        return ClusterJobs.open(elt.loading(), project.directory, project.overrides(), selection.selection());
    }
}
