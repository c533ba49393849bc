package io.elt.bench.warehouse;

import io.elt.bench.side.Answer;
import io.elt.bench.side.EltCommand;
import io.elt.cli.output.OutputFormat;
import io.elt.cli.output.Rows;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** The command line of the benchmark of the short commands. */
@Command(
        name = "bench/check",
        mixinStandardHelpOptions = true,
        description = {
            "Generate a warehouse and measure how long elt's short commands take on it, each as a whole process.",
        })
final class CheckMain implements Callable<Integer> {
    @Option(names = "--jobs", paramLabel = "N", defaultValue = "380", description = "Default: ${DEFAULT-VALUE}.")
    int jobs;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    long seed;

    @Option(
            names = "--problems",
            paramLabel = "N",
            defaultValue = "0",
            description = "How many files get something wrong (default: ${DEFAULT-VALUE}).")
    int problems;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    int rounds;

    @Option(names = "--only-generate", description = "Write the project and measure nothing.")
    boolean onlyGenerate;

    @Option(names = "--folder", paramLabel = "DIR", required = true, description = "Takes the project.")
    Path folder;

    @Option(names = "--elt-home", paramLabel = "DIR", required = true, description = "elt's installation.")
    Path eltHome;

    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    private final PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);

    private CheckMain() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CheckMain())
                .setOverwrittenOptionsAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Warehouse warehouse = Warehouse.generate(new WarehouseSize(jobs, seed, problems));
        Path project = Files.createDirectories(folder).toRealPath().resolve("warehouse");
        warehouse.writeAnew(project);
        err.println(warehouse.files().size() + " files in " + project);
        if (onlyGenerate) {
            return 0;
        }
        EltCommand elt = new EltCommand(eltHome.toRealPath(), folder.resolve("check-output.txt"));
        // Makes the archive of classes.
        elt.run(project, "--version");
        Map<CheckCase, List<Answer>> answers = new EnumMap<>(CheckCase.class);
        for (int round = 0; round < rounds; round++) {
            for (CheckCase each : CheckCase.values()) {
                each.prepare(project, warehouse, round);
                Answer answer = elt.run(project, each.arguments(warehouse));
                requireExpected(each, answer);
                answers.computeIfAbsent(each, found -> new ArrayList<>()).add(answer);
            }
            warehouse.write(project);
        }
        out.print(OutputFormat.table.print(
                new Rows(List.of("command", "wall s", "CPU s", "aim s", "wall/aim"), rows(answers))));
        out.flush();
        return 0;
    }

    private void requireExpected(CheckCase each, Answer answer) throws IOException {
        int expected = problems > 0 && each.ordinal() >= CheckCase.COLD.ordinal() ? 1 : 0;
        if (answer.exitCode() != expected) {
            throw new IOException(each.title() + " ended with " + answer.exitCode() + ":\n" + answer.said());
        }
    }

    private static List<List<Object>> rows(Map<CheckCase, List<Answer>> answers) {
        List<List<Object>> rows = new ArrayList<>();
        answers.forEach((each, found) -> {
            double wall = median(found.stream().map(Answer::wallSeconds).toList());
            double cpu = median(found.stream().map(Answer::cpuSeconds).toList());
            rows.add(List.of(
                    each.title(), rounded(wall), rounded(cpu), rounded(each.aim()), rounded(wall / each.aim())));
        });
        return rows;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted(Comparator.naturalOrder()).toList();
        return sorted.get((sorted.size() - 1) / 2);
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }
}
