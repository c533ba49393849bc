package io.elt.cli.run;

import io.elt.deployment.GitCommit;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import io.elt.project.RunOn;
import io.elt.project.Target;
import io.elt.storage.ObjectStore;
import io.elt.submit.Cluster;
import io.elt.submit.DeploymentWatch;
import io.elt.submit.StateFolder;
import io.elt.submit.kubernetes.KubernetesCluster;
import io.elt.submit.kubernetes.KubernetesConfig;
import io.elt.submit.session.SessionCluster;
import io.elt.submit.session.SessionConfig;
import io.elt.submit.yarn.YarnCluster;
import io.elt.submit.yarn.YarnConfig;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.fs.FileSystem;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The clusters that outlive a call of elt, by what a target says. */
public final class Clusters {
    /** Flink's key for Hadoop's configuration, where HADOOP_CONF_DIR does not name it. */
    private static final String HADOOP_CONFIGURATION = "fs.hdfs.hadoopconf";

    private Clusters() {}

    /** The folder of the distribution; bin/elt says it. */
    private static Path home() {
        return Path.of(System.getProperty("elt.home", ""));
    }

    /**
     * @param watch who waits for what is submitted
     * @throws io.elt.diagnostic.EltException if the target does not say enough, or its cluster does not answer
     */
    static Cluster connect(LoadedProject loaded, DeploymentWatch watch) {
        Target target = loaded.project().target();
        Map<String, String> options = loaded.renderer().clusterOptions();
        String project = loaded.project().name();
        return switch (target.runOn()) {
            case EMBEDDED -> runningEmbedded(loaded);
            case SESSION ->
                SessionCluster.connect(
                        project, target.name(), SessionConfig.of(target, options), loaded.flinkSettings());
            case KUBERNETES ->
                KubernetesCluster.connect(
                        project,
                        KubernetesConfig.of(target, options),
                        states(loaded),
                        GitCommit.of(loaded.project().root()).map(GitCommit::id));
            case YARN ->
                YarnCluster.connect(
                        new YarnCluster.Scope(project, target.name(), states(loaded), home()),
                        YarnConfig.of(target, options),
                        loaded.flinkSettings(),
                        watch);
        };
    }

    /** What of a target's section about its cluster belongs to the jobs: all but how the cluster is reached. */
    static Map<String, String> placement(Target target, Map<String, String> options) {
        Map<String, String> placement = new HashMap<>(options);
        switch (target.runOn()) {
            case EMBEDDED, SESSION -> placement.clear();
            case KUBERNETES -> placement.keySet().removeAll(KubernetesConfig.WAY_THERE);
            case YARN -> placement.keySet().removeAll(YarnConfig.WAY_THERE);
        }
        return placement;
    }

    /** The Flink inside of another call of elt: from here it is a session cluster like any other. */
    private static Cluster runningEmbedded(LoadedProject loaded) {
        Path root = loaded.project().root();
        URI address = new RunningStack(EltFolder.of(root))
                .ports()
                .map(ports -> URI.create("http://" + EmbeddedTarget.HOST + ":" + ports.flink()))
                .orElseThrow(() -> RunningStack.nothingRuns(root).toException());
        try {
            return SessionCluster.connect(
                    loaded.project().name(), "", new SessionConfig(address, SessionConfig.Lib.INSTALLED), Map.of());
        } catch (EltException e) {
            throw RunningStack.nothingRuns(root).toException(e);
        }
    }

    /**
     * As {@link #states}, for who is going to read or write there.
     *
     * @throws io.elt.diagnostic.EltException if the target does not say where, or its store does not let us
     */
    static StateFolder reachableStates(LoadedProject loaded) {
        StateFolder states = states(loaded);
        Target target = loaded.project().target();
        // On Kubernetes the operator looks for saved state; from here the store may be out of reach.
        if (target.runOn() != RunOn.KUBERNETES) {
            ObjectStore.ofState(target.name(), states.root(), loaded.flinkSettings())
                    .ifPresent(ObjectStore::requireReachable);
        }
        return states;
    }

    /**
     * Where the jobs of the target keep their state. Flink's file systems are given the target's settings first.
     *
     * @throws io.elt.diagnostic.EltException if the target does not say where
     */
    static StateFolder states(LoadedProject loaded) {
        Target target = loaded.project().target();
        Optional<String> stated = loaded.renderer().stateFolder();
        if (target.runOn() == RunOn.EMBEDDED && stated.isEmpty()) {
            return EltFolder.of(loaded.project().root()).state(target.name());
        }
        Configuration settings = Configuration.fromMap(loaded.flinkSettings());
        if (target.runOn() == RunOn.YARN) {
            // A path without a host means the file system of this configuration.
            Optional.ofNullable(loaded.renderer().clusterOptions().get(YarnConfig.HADOOP_CONFIGURATION))
                    .ifPresent(folder -> settings.setString(HADOOP_CONFIGURATION, folder));
        }
        FileSystem.initialize(settings, null);
        String folder = stated.orElseThrow(() -> Diagnostic.error(
                        ErrorCode.MISSING_KEY,
                        "target " + target.name() + " does not say where its jobs keep their state")
                .withHint("add 'state: hdfs:///elt/state', or another folder that the cluster and this machine reach")
                .toException());
        String slash = folder.endsWith("/") ? "" : "/";
        return new StateFolder(folder + slash + loaded.project().name() + "/" + target.name());
    }
}
