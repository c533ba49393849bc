package io.elt.docker;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** What the Dockerfile takes is there, and the image is what the manifests and the chart expect. */
class DockerfileIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path DOCKER = ROOT.resolve("docker");
    private static final Path DISTRIBUTION = distribution();

    /** As the launcher starts a JVM; a program that is a path, and arguments. */
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");

    private final List<Instruction> instructions = read();

    private static List<Instruction> read() {
        try {
            return Instruction.of(DOCKER.resolve("Dockerfile"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path distribution() {
        try (Stream<Path> folders = Files.list(Path.of("target"))) {
            return folders.filter(folder ->
                            folder.getFileName().toString().matches("elt-\\d[\\d.]*") && Files.isDirectory(folder))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> texts(String word) {
        return instructions.stream()
                .filter(instruction -> instruction.word().equals(word))
                .map(Instruction::text)
                .toList();
    }

    /** A line: which jar, and under which name if not its own. */
    private record JobJar(String pattern, String name) {
        static List<JobJar> all() throws IOException {
            List<JobJar> jars = new ArrayList<>();
            for (String line : Files.readAllLines(DOCKER.resolve("job-jars.txt"))) {
                String[] words = line.split(" ");
                jars.add(new JobJar(words[0], words.length > 1 ? words[1] : jar(words[0])));
            }
            return jars;
        }

        private static String jar(String pattern) throws IOException {
            List<String> found = new ArrayList<>();
            try (var jars = Files.newDirectoryStream(DISTRIBUTION.resolve("lib"), pattern)) {
                jars.forEach(jar -> found.add(jar.getFileName().toString()));
            }
            assertThat(found).as(pattern).hasSize(1);
            return found.get(0);
        }

        Path file() throws IOException {
            return DISTRIBUTION.resolve("lib").resolve(jar(pattern));
        }
    }

    @Test
    void whatIsCopiedIsThere() {
        for (Instruction copy : instructions) {
            if (!copy.word().equals("COPY")) {
                continue;
            }
            String source = copy.paths().get(0);
            Path path = copy.text().contains("--from=build")
                    ? ROOT.resolve(Path.of("/src").relativize(Path.of(source)))
                    : ROOT.resolve(source);
            assertThat(path).exists();
        }
        assertThat(ROOT.resolve("launcher").resolve("target").resolve(DISTRIBUTION.getFileName()))
                .as("the version in the Dockerfile is the project's")
                .isEqualTo(ROOT.resolve(Path.of("/src")
                        .relativize(Path.of(instructions.stream()
                                .filter(copy -> copy.text().contains("--from=build"))
                                .findFirst()
                                .orElseThrow()
                                .paths()
                                .get(0)))));
    }

    @Test
    void eachJarOfJobsIsInTheDistributionOnceAndNoNameTwice() throws IOException {
        Set<String> names = new TreeSet<>();
        for (JobJar jar : JobJar.all()) {
            assertThat(jar.file()).isRegularFile();
            assertThat(names.add(jar.name())).as(jar.name()).isTrue();
        }
        assertThat(names).contains("elt-runner.jar");
    }

    @Test
    void theRunnerIsWhereManifestsLookForIt() throws IOException {
        JobJar runner = JobJar.all().stream()
                .filter(jar -> jar.name().equals("elt-runner.jar"))
                .findFirst()
                .orElseThrow();

        try (JarFile jar = new JarFile(runner.file().toFile())) {
            assertThat(jar.getEntry("io/elt/runner/Runner.class")).isNotNull();
        }
    }

    @Test
    void whatHasToComeFirstIsFirstByName() throws IOException {
        List<String> names = JobJar.all().stream().map(JobJar::name).sorted().toList();

        assertThat(names.indexOf("00-mysql-connector-j.jar"))
                .isNotNegative()
                .isLessThan(first(names, "flink-connector-starrocks"))
                .isLessThan(first(names, "flink-sql-connector-mysql-cdc"));
        assertThat(names.indexOf("00-zstd-jni.jar")).isNotNegative().isLessThan(first(names, "paimon-flink"));
    }

    private static int first(List<String> names, String start) {
        return names.indexOf(names.stream()
                .filter(name -> name.startsWith(start))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void baseImagesArePinnedAndNobodyIsRoot() {
        assertThat(texts("FROM"))
                .hasSize(2)
                .allMatch(image -> image.matches("[^ :]+:\\d+\\.\\d+\\.\\d+[^ ]*( AS [a-z]+)?"));
        assertThat(texts("USER")).containsExactly("9999:9999");
    }

    @Test
    void theFlinkOfTheImageIsTheFlinkOfTheJobs() throws IOException {
        Matcher version =
                Pattern.compile("flink:([\\d.]+)-").matcher(texts("FROM").get(1));

        assertThat(version.find()).isTrue();
        assertThat(DISTRIBUTION.resolve("lib/flink-core-" + version.group(1) + ".jar"))
                .exists();
        assertThat(texts("RUN"))
                .anySatisfy(run -> assertThat(run).contains("flink-table-planner_2.12-" + version.group(1) + ".jar"));
    }

    @Test
    void theEntryPointIsAJvmWithoutAShell() {
        List<String> words = WORD.matcher(texts("ENTRYPOINT").get(0))
                .results()
                .map(word -> word.group(1))
                .toList();

        assertThat(texts("ENTRYPOINT").get(0)).startsWith("[");
        assertThat(words).startsWith("java").endsWith("-jar", "/opt/elt/lib/elt-launcher.jar");
        assertThat(DISTRIBUTION.resolve("lib/elt-launcher.jar")).exists();
        assertThat(words).contains("-Dlog4j2.configurationFile=/opt/elt/conf/log4j2.properties");
        assertThat(DISTRIBUTION.resolve("conf/log4j2.properties")).exists();
    }

    @Test
    void theEntryPointStartsElt() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(WORD.matcher(texts("ENTRYPOINT").get(0))
                .results()
                .map(word -> word.group(1)
                        .replace("/opt/elt", DISTRIBUTION.toAbsolutePath().toString()))
                .toList());
        command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--version");

        Process elt = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(elt.getInputStream().readAllBytes());

        assertThat(elt.waitFor()).as(said).isZero();
        assertThat(said).contains(DISTRIBUTION.getFileName().toString().substring("elt-".length()));
    }
}
