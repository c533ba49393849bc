package io.elt.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.elt.bench.figure.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** The benchmark as its users start it, small. How fast anything was is not looked at. */
class BenchIT {
    @TempDir
    private Path folder;

    @Test
    void everyFigureIsMeasuredOnBothSides() throws Exception {
        List<String> table =
                measured("run", "--transactions=2000", "--rate=20", "--warm-up=1", "--seconds=5", "--folder=" + folder);

        assertThat(table).hasSize(1 + Figure.OF_STREAMS.size());
        assertThat(table.get(0)).matches("figure +unit +elt +bare +elt/bare");
        JsonNode figures = figures("result.json");
        assertThat(names(figures)).containsExactlyElementsOf(names(Figure.OF_STREAMS));
        for (JsonNode figure : figures) {
            if (figure.get("figure").asText().equals("once")) {
                assertThat(figure.get("elt").asDouble()).isPositive();
            } else {
                assertIsCompared(figure);
            }
        }
    }

    /** One case of all: what differs in the others takes a minute to be seen. */
    @Test
    void aStartIsMeasuredOnBothSides() throws Exception {
        List<String> table =
                measured("start", "--cases=session_job", "--rounds=1", "--transactions=500", "--folder=" + folder);

        assertThat(table).hasSize(3);
        assertThat(table.get(1)).startsWith(Figure.SESSION_JOB.title());
        JsonNode figures = figures("start.json");
        assertThat(names(figures))
                .containsExactlyElementsOf(names(EnumSet.of(Figure.SESSION_JOB, Figure.SESSION_JOB_CPU)));
        figures.forEach(BenchIT::assertIsCompared);
    }

    private static void assertIsCompared(JsonNode figure) {
        String name = figure.get("figure").asText();
        assertThat(figure.get("elt").asDouble()).as(name).isPositive();
        assertThat(figure.get("bare").asDouble()).as(name).isPositive();
        assertThat(figure.get("ratio").asDouble()).as(name).isPositive();
    }

    /** What a script of the benchmark prints; without the optimising compiler, which takes longer than these few records. */
    private List<String> measured(String script, String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        List<String> command =
                new ArrayList<>(List.of(Path.of(script).toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("ELT_BENCH_BUILD", "off");
        builder.environment().put("ELT_STARTUP_ARCHIVE", "off");
        builder.environment().put("ELT_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroy();
        }
        assertThat(process.exitValue()).as(Files.readString(err)).isZero();
        return Files.readAllLines(out);
    }

    private JsonNode figures(String file) throws IOException {
        return new ObjectMapper().readTree(folder.resolve(file).toFile()).get("figures");
    }

    @Test
    void wrongUsageIsTold() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of("run").toAbsolutePath().toString(), "--rounds=many")
                .redirectErrorStream(true);
        builder.environment().put("ELT_BENCH_BUILD", "off");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        assertThat(new String(process.getInputStream().readAllBytes()))
                .contains("--rounds")
                .contains("Usage: bench/run");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    private static List<String> names(Set<Figure> figures) {
        List<String> names = new ArrayList<>();
        for (Figure figure : figures) {
            names.add(figure.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return names;
    }

    private static List<String> names(JsonNode figures) {
        List<String> names = new ArrayList<>();
        figures.forEach(figure -> names.add(figure.get("figure").asText()));
        return names;
    }
}
