package io.elt.bench;

import io.elt.bench.figure.Result;
import io.elt.bench.figure.Side;
import io.elt.bench.side.Homes;
import io.elt.cli.run.LoadedProject;
import io.elt.cli.run.Ports;
import io.elt.cli.run.Progress;
import io.elt.cli.run.ProjectLoading;
import io.elt.diagnostic.Redactor;
import io.elt.project.Overrides;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** The command line of the benchmark. */
@Command(
        name = "bench/run",
        mixinStandardHelpOptions = true,
        description = {
            "Push generated transactions through all layers, by elt and by a bare Flink TableEnvironment in turns,",
            "and print throughput, CPU, memory and freshness of both."
        })
final class Main implements Callable<Integer> {
    @Option(
            names = "--transactions",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Default: ${DEFAULT-VALUE}.")
    long transactions;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    int rounds;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "500",
            description = "Changes a second while freshness is measured (default: ${DEFAULT-VALUE}).")
    double rate;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "15",
            description = "How long changes come in before freshness counts (default: ${DEFAULT-VALUE}).")
    int warmUp;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "How long freshness is measured (default: ${DEFAULT-VALUE}).")
    int seconds;

    @Option(
            names = "--sides",
            paramLabel = "SIDE",
            split = ",",
            defaultValue = "elt,bare",
            description = "What to run: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    List<Side> sides;

    @Option(names = "--project", paramLabel = "DIR", required = true, description = "The project whose SQL is run.")
    Path project;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            required = true,
            description = "Takes the result (result.json) and all that the runs leave behind.")
    Path folder;

    @Option(names = "--elt-home", paramLabel = "DIR", required = true, description = "elt's installation.")
    Path eltHome;

    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    private final PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);

    private Main() {}

    public static void main(String[] arguments) {
        int exitCode = new CommandLine(new Main())
                .setOverwrittenOptionsAllowed(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
        // The broker that loaded the bank leaves threads behind.
        Runtime.getRuntime().exit(exitCode);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path runs = Files.createDirectories(folder).toRealPath();
        Sizes sizes = new Sizes(transactions, rounds, rate, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds));
        Homes homes = Homes.of(eltHome.toRealPath(), runs.resolve("bare-home"), System.getProperty("java.class.path"));
        Bench bench = new Bench(homes, project.toRealPath(), runs, sizes, new Progress(err));
        Result result = new Result(conditions(), bench.run(new ArrayList<>(sides)));
        Files.writeString(runs.resolve("result.json"), result.json());
        out.print(result.table());
        out.flush();
        return 0;
    }

    private Map<String, String> conditions() {
        ProjectLoading loading = new ProjectLoading(System.getenv(), new Redactor());
        LoadedProject loaded = loading.load(loading.read(project, Overrides.none(), Ports.DEFAULT));
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("transactions", Long.toString(transactions));
        conditions.put("changes-per-second", Double.toString(rate));
        conditions.put("freshness-seconds", Integer.toString(seconds));
        conditions.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        conditions.put("java", System.getProperty("java.runtime.version"));
        conditions.put("java-options", System.getenv().getOrDefault("ELT_JAVA_OPTS", ""));
        conditions.putAll(loaded.flinkSettings());
        return conditions;
    }
}
