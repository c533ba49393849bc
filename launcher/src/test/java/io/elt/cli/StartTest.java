package io.elt.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What is loaded when elt starts: the JVM verifies every command class, and none may drag Flink in. */
class StartTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "--version",
                "render",
                "query --help",
                "check --help",
                "init shop",
                "clean",
                "doctor --help",
                "completion zsh",
                "explain ELT5003",
                "chekc"
            })
    void loadsNoFlinkClass(String command) throws Exception {
        Files.writeString(folder.resolve("elt.yaml"), "name: test");
        Files.createDirectories(folder.resolve("sql"));
        Files.writeString(folder.resolve("sql/ods_a.sql"), "SELECT {{ 1 + 1 }};\n");

        List<String> loaded = loadedBy(command);

        assertThat(loaded).anyMatch(line -> line.contains(" io.elt.cli.QueryCommand "));
        assertThat(loaded)
                .noneMatch(line -> line.contains(" org.apache.flink.") || line.contains(" org.apache.paimon."))
                .noneMatch(line -> line.contains(" org.duckdb.") || line.contains(" com.mysql."));
    }

    @Test
    void theDriversOfTheClassPathSayNothing() throws Exception {
        assertThat(run(List.of(), "io.elt.cli.StartTest$LoadDrivers").err()).isEmpty();
    }

    /** A program that opens StarRocks as every command does. */
    static final class LoadDrivers {
        private LoadDrivers() {}

        public static void main(String[] arguments) {
            io.elt.serving.JdbcDrivers.load();
            System.out.println(java.sql.DriverManager.drivers().count());
        }
    }

    private List<String> loadedBy(String command) throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        List<String> arguments = new ArrayList<>(List.of(Main.class.getName()));
        arguments.addAll(List.of(command.split(" ")));
        run(List.of("-Xlog:class+load:file=" + log), arguments.toArray(String[]::new));
        return Files.readAllLines(log);
    }

    private Called run(List<String> options, String... program) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(program));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new Called(process.waitFor(), Files.readString(out), Files.readString(err));
    }
}
