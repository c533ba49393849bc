package io.elt.docs;

import io.elt.cli.Elt;
import io.elt.cli.run.LoadedProject;
import io.elt.cli.run.Ports;
import io.elt.cli.run.ProjectLoading;
import io.elt.diagnostic.Redactor;
import io.elt.project.Overrides;
import io.elt.project.Project;
import io.elt.project.ProjectReader;
import io.elt.project.Target;
import io.elt.render.Renderer;
import io.elt.submit.kubernetes.KubernetesConfig;
import io.elt.submit.session.SessionConfig;
import io.elt.submit.yarn.YarnConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** The targets that the pages show can be had, and what they tell to type is understood. */
class TargetPagesTest {
    private static final List<String> PAGES = TargetPage.NAMES;
    private static final Map<String, String> ENVIRONMENT = Stream.of(
                    "STARROCKS_PASSWORD", "CORE_DB_PASSWORD", "STORE_USER", "STORE_SECRET")
            .collect(Collectors.toMap(name -> name, name -> "of-nobody"));

    /** Programs of others, which are not here. */
    private static final Set<String> OTHERS =
            Set.of("kubectl", "docker", "helm", "hdfs", "yarn", "git", "export", "elt");

    @TempDir
    private Path folder;

    @Test
    void everyPageIsTriedOut() throws IOException {
        try (Stream<Path> pages = Files.list(Markdown.ROOT.resolve("docs/targets"))) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(TargetPage.NAMES);
        }
    }

    /** The bank with the target that a page tells to add. */
    private Project project(TargetPage.Shown shown) {
        try {
            Path keytab = Files.writeString(folder.resolve("elt.keytab"), "a key");
            String bank = Files.readString(Markdown.ROOT.resolve("elt.yaml"));
            String yaml = shown.yaml().replace("/etc/security/elt.keytab", keytab.toString());
            String others = bank.replaceAll("(?m)^  " + shown.name() + ":\\n(    .*\\n)*", "");
            Files.writeString(folder.resolve("elt.yaml"), others + yaml);
            return new ProjectReader(new Redactor())
                    .read(folder, Overrides.none().withTarget(shown.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void targetsThatAreShownAreWhole(String name) {
        TargetPage page = TargetPage.read(name);

        assertThat(page.targets()).isNotEmpty();
        for (TargetPage.Shown shown : page.targets()) {
            assertThatCode(() -> {
                        Project project = project(shown);
                        Renderer renderer = Renderer.of(project, ENVIRONMENT, new Redactor());
                        requireOptions(project.target(), renderer.clusterOptions());
                        assertThat(renderer.flinkSettings()).isNotNull();
                    })
                    .as("%s.md:%d, target %s", name, shown.line(), shown.name())
                    .doesNotThrowAnyException();
        }
    }

    /** Nothing else has to be guessed: every variable that the bank's files ask for is there. */
    @ParameterizedTest
    @ValueSource(strings = {"session", "yarn", "kubernetes", "mysql-cdc"})
    void theBanksFilesCanBeReadWithTheTargetOfThePage(String name) {
        TargetPage.Shown shown = TargetPage.read(name).targets().get(0);
        project(shown);
        for (String part : List.of("sql", "catalogs", "macros")) {
            copy(Markdown.ROOT.resolve(part), folder.resolve(part));
        }
        ProjectLoading loading = new ProjectLoading(ENVIRONMENT, new Redactor());

        LoadedProject loaded =
                loading.load(loading.read(folder, Overrides.none().withTarget(shown.name()), Ports.DEFAULT));

        assertThat(loaded.scripts()).hasSizeGreaterThan(10);
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As they are read when a job is started. */
    private static void requireOptions(Target target, Map<String, String> options) {
        switch (target.runOn()) {
            case EMBEDDED -> assertThat(options).isEmpty();
            case SESSION -> SessionConfig.of(target, options);
            case KUBERNETES -> KubernetesConfig.of(target, options);
            case YARN -> YarnConfig.of(target, options);
        }
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void whatIsToBeTypedIsACommandWithItsFlags(String name) {
        TargetPage page = TargetPage.read(name);
        CommandLine elt = new CommandLine(new Elt(Map.of(), new PrintWriter(System.out), new PrintWriter(System.err)));

        for (String command : page.commandsOf("elt")) {
            assertThatCode(() -> elt.parseArgs(TargetPage.arguments(command).toArray(String[]::new)))
                    .as("%s.md: $ %s", name, command)
                    .doesNotThrowAnyException();
        }
        assertThat(page.commands().stream()
                        .map(command -> command.split(" ")[0])
                        .collect(Collectors.toSet()))
                .as("programs that %s.md calls", name)
                .isSubsetOf(OTHERS);
    }

    /** Whoever follows a page calls its target by the name that it has there. */
    @ParameterizedTest
    @FieldSource("PAGES")
    void commandsAreOfATargetThatIsShown(String name) {
        TargetPage page = TargetPage.read(name);
        Set<String> shown = page.targets().stream().map(TargetPage.Shown::name).collect(Collectors.toSet());

        for (String command : page.commandsOf("elt")) {
            List<String> words = TargetPage.arguments(command);
            int flag = Math.max(words.indexOf("-t"), words.indexOf("--target"));
            assertThat(flag).as("%s.md: $ %s names its target", name, command).isNotNegative();
            assertThat(shown).as("%s.md: $ %s", name, command).contains(words.get(flag + 1));
        }
    }
}
