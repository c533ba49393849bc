package io.elt.bench.start;

import io.elt.bench.bank.BankSize;
import io.elt.bench.figure.Measurement;
import io.elt.bench.figure.Result;
import io.elt.cli.run.Progress;
import io.elt.local.EmbeddedStack;
import io.elt.local.StackConfig;
import io.elt.local.bank.BankLoader;
import io.elt.local.bank.BankSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** The command line of the benchmark of starts. */
@Command(
        name = "bench/start",
        mixinStandardHelpOptions = true,
        description = {
            "Start jobs of the bank on a session cluster, by elt and by client code of Flink in turns,",
            "and print how long it takes until they run."
        })
final class StartMain implements Callable<Integer> {
    @Option(names = "--rounds", paramLabel = "N", defaultValue = "3", description = "Default: ${DEFAULT-VALUE}.")
    int rounds;

    @Option(
            names = "--cases",
            paramLabel = "CASE",
            split = ",",
            defaultValue = "session_job,session_bank,session_first",
            description = "What to start: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    List<StartCase> cases;

    @Option(
            names = "--job",
            paramLabel = "NAME",
            defaultValue = "ods_transaction",
            description = "The one job, which must read no table of another (default: ${DEFAULT-VALUE}).")
    String job;

    @Option(
            names = "--transactions",
            paramLabel = "N",
            defaultValue = "2000",
            description = "What there is to read (default: ${DEFAULT-VALUE}).")
    long transactions;

    @Option(names = "--project", paramLabel = "DIR", required = true, description = "The project whose SQL is run.")
    Path project;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            required = true,
            description = "Takes the result (start.json) and all that the runs leave behind.")
    Path folder;

    @Option(names = "--elt-home", paramLabel = "DIR", required = true, description = "elt's installation.")
    Path eltHome;

    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    private final Progress progress = new Progress(new PrintWriter(System.err, true, StandardCharsets.UTF_8));

    private StartMain() {}

    public static void main(String[] arguments) {
        int exitCode = new CommandLine(new StartMain())
                .setOverwrittenOptionsAllowed(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
        // Clients of Hadoop leave threads behind.
        Runtime.getRuntime().exit(exitCode);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path runs = Files.createDirectories(folder).toRealPath().resolve("start");
        List<Measurement> measurements = new ArrayList<>();
        try (EmbeddedStack stack = EmbeddedStack.start(new StackConfig(runs.resolve("stack"), "127.0.0.1", 0, 0, 0))) {
            BankLoader.load(stack.endpoints().kafka(), BankSource.generated(BankSize.of(transactions)));
            for (StartCase.Place place : StartCase.Place.values()) {
                List<StartCase> here =
                        cases.stream().filter(each -> each.place() == place).toList();
                if (!here.isEmpty()) {
                    measurements.addAll(measure(place, here, stack, runs));
                }
            }
        }
        Result result = new Result(conditions(), measurements);
        Files.writeString(folder.resolve("start.json"), result.json());
        out.print(result.table());
        out.flush();
        return 0;
    }

    private List<Measurement> measure(StartCase.Place place, List<StartCase> here, EmbeddedStack stack, Path runs)
            throws IOException, InterruptedException {
        Path own = Files.createDirectories(runs.resolve(place.name().toLowerCase(Locale.ROOT)));
        List<Measurement> measurements = new ArrayList<>();
        try (Platform platform = start(place, own)) {
            StartProject bank =
                    StartProject.make(own.resolve("project"), project.toRealPath(), platform, stack.endpoints());
            StartBench bench = new StartBench(platform, bank, eltHome.toRealPath(), own, progress);
            bench.prepare(job);
            for (int round = 1; round <= rounds; round++) {
                progress.say("ROUND " + round + " of " + rounds);
                for (StartCase each : here) {
                    measurements.addAll(bench.measure(round, each, job));
                }
            }
        }
        return measurements;
    }

    private Platform start(StartCase.Place place, Path own) throws IOException, InterruptedException {
        progress.say("START " + place.name().toLowerCase(Locale.ROOT));
        return switch (place) {
            case SESSION -> SessionPlatform.start(own);
        };
    }

    private Map<String, String> conditions() {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("job", job);
        conditions.put("transactions", Long.toString(transactions));
        conditions.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        conditions.put("java", System.getProperty("java.runtime.version"));
        conditions.put("java-options", System.getenv().getOrDefault("ELT_JAVA_OPTS", ""));
        return conditions;
    }
}
