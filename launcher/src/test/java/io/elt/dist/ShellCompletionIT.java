package io.elt.dist;

import io.elt.cli.Called;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Somebody types in a real shell, on a terminal, and presses the tab key. */
class ShellCompletionIT {
    /** What is typed, and what elt gets. */
    private static final Map<String, String> TYPED = typed();

    @TempDir
    private static Path folder;

    private static Path project;
    private static Path bin;

    private static Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("elt rend\tods_\t", "render ods_order");
        typed.put("elt run --targ\tpro\t", "run --target production");
        typed.put("elt run layer:o\t", "run layer:ods");
        typed.put("elt run +dws_\t", "run +dws_city");
        typed.put("elt run @dws_\t", "run @dws_city");
        typed.put("elt run ads_city,layer:o\t", "run ads_city,layer:ods");
        typed.put("elt run ads_city,@dws_\t", "run ads_city,@dws_city");
        typed.put("elt run lake.dws.\t", "run lake.dws.city");
        typed.put("elt run sql/dws\t", "run sql/dws_city.sql");
        typed.put("elt ls --output=j\t", "ls --output=json");
        typed.put("elt check --var hist\t30d", "check --var history=30d");
        typed.put("elt check -C ../sh\t", "check -C ../shop");
        typed.put("elt check -C ../my\\ other --target els\t", "check -C ../my other --target elsewhere");
        typed.put("elt explain ELT1010\t", "explain ELT1010");
        return typed;
    }

    @BeforeAll
    static void prepare() throws IOException {
        project = folder.resolve("shop");
        assertThat(Called.elt("init", project.toString()).exitCode()).isZero();
        Path other = Files.createDirectories(folder.resolve("my other"));
        Files.writeString(other.resolve("elt.yaml"), "name: other\ntargets: {elsewhere: {run-on: yarn}}\n");
        bin = Files.createDirectories(folder.resolve("bin"));
        // Answers as elt does, but only says what it would run.
        Path elt = Files.writeString(
                bin.resolve("elt"),
                """
                #!/bin/sh
                if [ "$1" = complete ]; then
                    exec "%s" complete
                fi
                echo "typed: $*"
                """
                        .formatted(home().resolve("bin/elt")));
        Files.setPosixFilePermissions(elt, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String shell : List.of("bash", "zsh", "fish")) {
            Files.writeString(
                    folder.resolve("elt." + shell),
                    Called.elt("completion", shell).out());
        }
    }

    /** The distribution that this build has made. */
    private static Path home() throws IOException {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(Path.of("target"), file -> Files.isDirectory(file.resolve("bin")))) {
            return files.iterator().next().toAbsolutePath();
        }
    }

    @Test
    void bashCompletesWhatIsTyped() throws Exception {
        Path start = Files.writeString(folder.resolve("bashrc"), "source " + folder.resolve("elt.bash") + "\n");

        assertThat(typedIn("bash --noprofile --rcfile " + start + " -i")).containsExactlyElementsOf(TYPED.values());
    }

    @Test
    void zshCompletesWhatIsTyped() throws Exception {
        requireInstalled("zsh");
        Files.copy(
                folder.resolve("elt.zsh"),
                Files.createDirectories(folder.resolve("functions")).resolve("_elt"));
        Files.writeString(
                folder.resolve(".zshrc"),
                """
                fpath=(%s $fpath)
                autoload -U compinit
                compinit -u -D
                """
                        .formatted(folder.resolve("functions")));

        assertThat(typedIn("zsh -i")).containsExactlyElementsOf(TYPED.values());
    }

    @Test
    void fishCompletesWhatIsTyped() throws Exception {
        requireInstalled("fish");
        for (Map.Entry<String, String> each : TYPED.entrySet()) {
            String line = each.getKey().substring(0, each.getKey().lastIndexOf('\t'));
            if (line.contains("\t")) {
                continue;
            }
            Process fish = shell("fish", "--no-config", "-c", "source ../elt.fish; complete -C '" + line + "'");
            fish.getOutputStream().close();

            List<String> offered = read(fish)
                    .lines()
                    .map(answer -> answer.replaceFirst("\t.*", ""))
                    .toList();

            String last = each.getValue().substring(each.getValue().lastIndexOf(' ') + 1);
            assertThat(offered)
                    .as(line)
                    .containsExactly(last.replace("=30d", "=").replace("../shop", "../shop/"));
        }
    }

    private static void requireInstalled(String shell) {
        boolean installed = List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(path -> Files.isExecutable(Path.of(path, shell)));
        assumeTrue(installed || "true".equals(System.getenv("CI")), shell + " is not installed");
    }

    /** What elt would have run, in the order in which it was typed. */
    private static List<String> typedIn(String shell) throws Exception {
        Process terminal = shell("script", "-qec", shell, "/dev/null");
        try (OutputStream keys = terminal.getOutputStream()) {
            for (String line : TYPED.keySet()) {
                keys.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
            keys.write("exit\n".getBytes(StandardCharsets.UTF_8));
            keys.flush();
            String shown = read(terminal);
            List<String> typed = new ArrayList<>();
            shown.lines()
                    .filter(line -> line.startsWith("typed: "))
                    .forEach(line -> typed.add(line.substring("typed: ".length())
                            .strip()
                            // zsh takes the slash back when nothing follows.
                            .replaceFirst("/$", "")));
            assertThat(typed).as(shown).isNotEmpty();
            return typed;
        }
    }

    private static Process shell(String... command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
        builder.environment().put("PATH", bin + ":" + System.getenv("PATH"));
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("TERM", "dumb");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("ELT_STARTUP_ARCHIVE", "off");
        builder.environment().remove("ELT_DIRECTORY");
        return builder.start();
    }

    private static String read(Process process) throws IOException, InterruptedException {
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return text;
    }
}
