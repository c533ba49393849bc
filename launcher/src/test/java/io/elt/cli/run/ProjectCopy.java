package io.elt.cli.run;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.elt.cli.Elt;
import io.elt.plan.FileAddress;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The repository's own project in a folder of its own, and elt called on it. */
record ProjectCopy(Path folder) {
    /** Ports of nobody: many builds may run beside each other. */
    static final Map<String, String> FREE_PORTS = Map.of(
            "ELT_PORT_KAFKA", "0", "ELT_PORT_STARROCKS", "0", "ELT_PORT_STARROCKS_HTTP", "0", "ELT_PORT_FLINK", "0");

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final Path CHECKOUT = Path.of("").toAbsolutePath().getParent();
    private static final List<String> PARTS = List.of("elt.yaml", "sql", "catalogs", "macros");

    /** What a call of elt came to. */
    record Outcome(int exitCode, String out, String err) {
        /** What was printed with {@code --output json}; each cell as it is written there. */
        List<Map<String, String>> rows() {
            try {
                List<Map<String, Object>> rows = JSON.readValue(out, new TypeReference<>() {});
                return rows.stream().map(Outcome::text).toList();
            } catch (IOException e) {
                throw new UncheckedIOException(out, e);
            }
        }

        private static Map<String, String> text(Map<String, Object> row) {
            Map<String, String> text = new LinkedHashMap<>();
            row.forEach((column, cell) -> text.put(column, String.valueOf(cell)));
            return text;
        }
    }

    static ProjectCopy in(Path folder) {
        PARTS.forEach(part -> copy(CHECKOUT.resolve(part), folder.resolve(part)));
        return new ProjectCopy(folder);
    }

    EltFolder eltFolder() {
        return EltFolder.of(folder);
    }

    /** The folder of a job's state. */
    Path state(String job) {
        return FileAddress.path(eltFolder().state("local").root()).resolve(job);
    }

    /** As a user's shell would call it, in this process. */
    Outcome elt(String... arguments) {
        return elt(Map.of(), arguments);
    }

    Outcome elt(Map<String, String> environment, String... arguments) {
        Map<String, String> all = new TreeMap<>(FREE_PORTS);
        all.putAll(environment);
        List<String> inFolder = new ArrayList<>(List.of(arguments));
        inFolder.addAll(List.of("-C", folder.toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode =
                new Elt(all, new PrintWriter(out), new PrintWriter(err)).execute(inFolder.toArray(String[]::new));
        return new Outcome(exitCode, out.toString(), err.toString());
    }

    ProjectCopy write(String path, String text) {
        try {
            Files.createDirectories(folder.resolve(path).getParent());
            Files.writeString(folder.resolve(path), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
