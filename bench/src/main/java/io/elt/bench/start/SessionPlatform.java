package io.elt.bench.start;

import io.elt.runner.JobBundle;
import io.elt.session.SessionProcesses;
import io.elt.submit.FlinkCluster;
import io.elt.submit.Submission;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JobManager and a TaskManager that have all jars of elt in their lib folder. */
final class SessionPlatform implements Platform {
    private static final int SLOTS = 20;

    private final Path state;
    private final SessionProcesses processes;
    private final FlinkCluster cluster;
    private final FlinkJobs jobs = new FlinkJobs();

    private SessionPlatform(Path state, SessionProcesses processes) {
        this.state = state;
        this.processes = processes;
        this.cluster = FlinkCluster.at(processes.address(), Map.of());
    }

    static SessionPlatform start(Path folder) throws IOException {
        return new SessionPlatform(
                folder.resolve("state"), SessionProcesses.start(folder.resolve("flink"), SLOTS, jar -> true));
    }

    @Override
    public String target() {
        return """
                run-on: session
                state: "%s"
                session: {address: "%s", lib: installed}
                """
                .formatted(state.toUri(), address());
    }

    @Override
    public Class<?> bare() {
        return BareSession.class;
    }

    @Override
    public List<String> bareArguments(Path folder, List<JobBundle> bundles) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of(address().getHost(), Integer.toString(address().getPort())));
        arguments.addAll(BundleFiles.write(folder, bundles));
        return arguments;
    }

    @Override
    public int running() {
        return jobs.running(address());
    }

    @Override
    public void clear() throws InterruptedException {
        for (String job : jobs.alive(address())) {
            cluster.cancel(new Submission(job, job, Optional.of(address()), "", Optional.empty()));
        }
        Patience.until("the end of all jobs", () -> jobs.freeSlots(address()) == SLOTS);
    }

    @Override
    public void close() {
        cluster.close();
        processes.close();
    }

    private URI address() {
        return processes.address();
    }
}
