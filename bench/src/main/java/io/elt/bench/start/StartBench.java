package io.elt.bench.start;

import io.elt.bench.figure.Figure;
import io.elt.bench.figure.Measurement;
import io.elt.bench.figure.Side;
import io.elt.bench.side.Answer;
import io.elt.bench.side.BareHome;
import io.elt.bench.side.EltCommand;
import io.elt.cli.run.Progress;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Starts jobs on one platform by both sides in turns. */
final class StartBench {
    private final Platform platform;
    private final StartProject project;
    private final EltCommand elt;
    private final EltCommand bare;
    private final Path folder;
    private final Progress progress;

    /**
     * @param eltHome the installation that is measured
     * @param folder for the bare side's installation and files
     */
    StartBench(Platform platform, StartProject project, Path eltHome, Path folder, Progress progress)
            throws IOException {
        this.platform = platform;
        this.project = project;
        this.folder = folder;
        this.progress = progress;
        Path bareHome = BareHome.make(
                folder.resolve("bare-home"), eltHome, System.getProperty("java.class.path"), platform.bare());
        this.elt = new EltCommand(eltHome, folder.resolve("elt.txt"), platform.environment());
        this.bare = new EltCommand(bareHome, folder.resolve("bare.txt"), platform.environment());
    }

    /**
     * What a user has done before: the archive of classes is made, the project has been planned, jars that stay are there.
     *
     * @param job any
     */
    void prepare(String job) throws IOException, InterruptedException {
        project.applyServing();
        requireGood(elt.run(project.folder(), "check", "--target", StartProject.TARGET));
        if (platform.keepsJars()) {
            requireGood(elt.run(project.folder(), eltArguments(List.of(job)).toArray(String[]::new)));
            platform.clear();
        }
    }

    /**
     * @param one the job that is started where it is one
     */
    List<Measurement> measure(int round, StartCase each, String one) throws IOException, InterruptedException {
        List<String> jobs = each.jobs() == StartCase.Jobs.ONE ? List.of(one) : project.jobs();
        List<Measurement> measurements = new ArrayList<>();
        for (Side side : Side.values()) {
            project.forget(each.before());
            measurements.add(new Measurement(round, side, measure(each, side, jobs)));
            platform.clear();
        }
        return measurements;
    }

    private Map<Figure, Double> measure(StartCase each, Side side, List<String> jobs)
            throws IOException, InterruptedException {
        EltCommand command = side == Side.ELT ? elt : bare;
        String[] arguments = (side == Side.ELT ? eltArguments(jobs) : bareArguments(jobs)).toArray(String[]::new);
        ExecutorService observer = Executors.newSingleThreadExecutor();
        try {
            long started = System.nanoTime();
            Future<Double> running = observer.submit(() -> {
                Patience.until("all jobs to run", () -> platform.running() == jobs.size());
                return (System.nanoTime() - started) / 1e9;
            });
            Answer answer = requireGood(command.run(project.folder(), arguments));
            double seconds = running.get();
            progress.say(String.format(
                    "  %s, %s: all run after %.2f s, the command was back after %.2f s and took %.2f s of CPU",
                    each.seconds().title(), side.text(), seconds, answer.wallSeconds(), answer.cpuSeconds()));
            return Map.of(each.seconds(), seconds, each.cpu(), answer.cpuSeconds());
        } catch (ExecutionException e) {
            throw new IOException("nobody could see whether the jobs run", e);
        } finally {
            observer.shutdownNow();
        }
    }

    private List<String> eltArguments(List<String> jobs) {
        List<String> arguments = new ArrayList<>(List.of("run", "--target", StartProject.TARGET));
        if (jobs.size() < project.jobs().size()) {
            arguments.addAll(jobs);
        }
        return arguments;
    }

    private List<String> bareArguments(List<String> jobs) throws IOException {
        Path files = folder.resolve("bare");
        List<String> arguments = new ArrayList<>(List.of("run"));
        arguments.addAll(platform.bareArguments(
                files, project.bundles(jobs, files.resolve("state").toUri().toString())));
        return arguments;
    }

    private static Answer requireGood(Answer answer) throws IOException {
        if (answer.exitCode() != 0) {
            throw new IOException("a command ended with " + answer.exitCode() + ":\n" + answer.said());
        }
        return answer;
    }
}
