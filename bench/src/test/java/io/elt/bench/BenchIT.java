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
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** The benchmark as its users start it, small. How fast anything was is not looked at. */
class BenchIT {
    @TempDir
    private Path folder;

    @Test
    void everyFigureIsMeasuredOnBothSides() throws Exception {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of("run").toAbsolutePath().toString(),
                        "--transactions=2000",
                        "--rate=20",
                        "--warm-up=1",
                        "--seconds=5",
                        "--folder=" + folder)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("ELT_BENCH_BUILD", "off");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroy();
        }
        assertThat(process.exitValue()).as(Files.readString(err)).isZero();

        assertThat(Files.readAllLines(out)).hasSize(1 + Figure.OF_STREAMS.size());
        assertThat(Files.readAllLines(out).get(0)).matches("figure +unit +elt +bare +elt/bare");
        JsonNode figures = new ObjectMapper()
                .readTree(folder.resolve("result.json").toFile())
                .get("figures");
        assertThat(names(figures)).containsExactlyElementsOf(names());
        for (JsonNode figure : figures) {
            assertThat(figure.get("elt").asDouble())
                    .as(figure.get("figure").asText())
                    .isPositive();
            if (!figure.get("figure").asText().equals("once")) {
                assertThat(figure.get("bare").asDouble()).isPositive();
                assertThat(figure.get("ratio").asDouble()).isPositive();
            }
        }
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

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Figure figure : Figure.OF_STREAMS) {
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
