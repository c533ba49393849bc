package io.elt.cli.run;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.local.EmbeddedStack;
import io.elt.local.Endpoints;
import io.elt.local.PortInUseException;
import io.elt.local.StackConfig;
import io.elt.local.StackInUseException;
import io.elt.plan.Plan;
import io.elt.submit.local.ClusterStartException;
import io.elt.submit.local.EmbeddedCluster;
import io.elt.submit.local.EmbeddedClusterConfig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.util.Map;

/** Everything that the embedded target needs, running in this process. */
public final class EmbeddedTarget implements AutoCloseable {
    static final String HOST = "127.0.0.1";

    private final EmbeddedStack stack;
    private final EmbeddedCluster cluster;
    private final RunningStack announced;

    private EmbeddedTarget(EmbeddedStack stack, EmbeddedCluster cluster, RunningStack announced) {
        this.stack = stack;
        this.cluster = cluster;
        this.announced = announced;
    }

    /**
     * @param project whose jobs will run here
     * @param slots how many tasks may run beside each other
     * @param settings Flink settings of the target
     * @throws io.elt.diagnostic.EltException if a part cannot start, with what to do about it
     */
    public static EmbeddedTarget start(
            String project, EltFolder folder, Ports ports, int slots, Map<String, String> settings) {
        EltFolder.writable(folder.path());
        EmbeddedStack stack = startStack(folder, ports);
        try {
            return new EmbeddedTarget(
                    stack,
                    EmbeddedCluster.start(new EmbeddedClusterConfig(project, HOST, ports.flink(), slots, settings)),
                    new RunningStack(folder));
        } catch (ClusterStartException e) {
            close(stack);
            throw clusterFailed(e, ports).toException(e);
        }
    }

    public EmbeddedStack stack() {
        return stack;
    }

    public Endpoints endpoints() {
        return stack.endpoints();
    }

    public EmbeddedCluster cluster() {
        return cluster;
    }

    /** Where Prometheus finds the metrics. */
    public URI metrics() {
        return cluster.metrics();
    }

    /** Lets other calls of elt find it. */
    void announce(Ports ports) {
        announced.announce(ports);
    }

    /** Makes the topics that jobs read from the embedded broker: a reader of a topic that is not there fails. */
    void createTopics(Plan plan) {
        plan.jobs().stream()
                .flatMap(job -> job.inputs().stream())
                .filter(input -> input.isKafka()
                        && input.option("properties.bootstrap.servers")
                                .filter(endpoints().kafka()::equals)
                                .isPresent())
                .flatMap(input -> input.topics().stream())
                .forEach(this::createTopic);
    }

    private void createTopic(String topic) {
        try {
            stack.createTopic(topic);
        } catch (IOException e) {
            throw new UncheckedIOException("topic " + topic + " cannot be created", e);
        }
    }

    @Override
    public void close() {
        announced.withdraw();
        cluster.close();
        close(stack);
    }

    static EmbeddedStack startStack(EltFolder folder, Ports ports) {
        try {
            return EmbeddedStack.start(
                    new StackConfig(folder.stack(), HOST, ports.kafka(), ports.starrocks(), ports.starrocksHttp()));
        } catch (StackInUseException e) {
            throw Diagnostic.error(
                            ErrorCode.ALREADY_RUNNING,
                            "another elt (process " + e.owner().process() + ") runs the embedded stack of this project")
                    .withHint("stop it first (Ctrl-C there), or work in another project folder with -C")
                    .toException(e);
        } catch (PortInUseException e) {
            throw portInUse(e.server(), e.port(), flagOf(e.port(), ports)).toException(e);
        } catch (IOException e) {
            throw Diagnostic.error(ErrorCode.STACK_FAILED, "the embedded stack cannot start: " + e.getMessage())
                    .withHint("its data is in " + folder.path() + "; deleting that folder starts over")
                    .toException(e);
        }
    }

    private static String flagOf(int port, Ports ports) {
        if (port == ports.kafka()) {
            return "--port-kafka";
        }
        return port == ports.starrocks() ? "--port-starrocks" : "--port-starrocks-http";
    }

    private static Diagnostic clusterFailed(ClusterStartException error, Ports ports) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return portInUse("Flink", ports.flink(), "--port-flink");
            }
        }
        return Diagnostic.error(
                ErrorCode.STACK_FAILED,
                "the embedded Flink cluster cannot start: " + error.getCause().getMessage());
    }

    private static Diagnostic portInUse(String server, int port, String flag) {
        return Diagnostic.error(
                        ErrorCode.PORT_IN_USE, "port " + port + " for " + server + " is in use by another process")
                .withHint("stop that process, or choose another port with " + flag + " (0 takes any free one)");
    }

    private static void close(EmbeddedStack stack) {
        try {
            stack.close();
        } catch (IOException e) {
            throw Diagnostic.error(ErrorCode.STACK_FAILED, "the embedded stack did not close: " + e.getMessage())
                    .toException(e);
        }
    }
}
