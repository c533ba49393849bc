package io.elt.bad;

import io.elt.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** Size is the point: a process with a small heap, which anything that is read as a whole would break. */
class BadSizesTest {
    private static final long HUGE = 200L << 20;

    @TempDir
    private Path folder;

    private void huge(String file) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        // Only as long as a file of that size; it takes no room.
        try (RandomAccessFile sparse = new RandomAccessFile(folder.resolve(file).toFile(), "rw")) {
            sparse.setLength(HUGE);
        }
    }

    private String check() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Delt.log.folder=" + folder));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of("render", "-C", folder.toString()));
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends in time").isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(1);
        return Files.readString(err);
    }

    @Test
    void filesOfTwoHundredMegabytesAreNotRead() throws Exception {
        BadProject.in(folder).with("sql/ods_b.sql", "SELECT 1;\n");
        huge("sql/ods_a.sql");
        huge("macros/m.sql");
        huge("catalogs/lake.sql");

        assertThat(check())
                .contains("sql/ods_a.sql:1:1: error[ELT2203]", "macros/m.sql:1:1: error[ELT2203]")
                .contains("catalogs/lake.sql:1:1: error[ELT2203]", "data belongs in a source")
                .doesNotContain("OutOfMemory", "ELT7008", "ELT9001");
    }

    @Test
    void norWhatATemplateIncludes() throws Exception {
        BadProject.in(folder).with("sql/ods_b.sql", "{% include 'data/x.csv' %}\n");
        huge("data/x.csv");

        assertThat(check()).contains("data/x.csv:1:1: error[ELT2203]");
    }

    @Test
    void textsOfGigabytesAreNotMade() throws Exception {
        BadProject.in(folder)
                .with("sql/ods_a.sql", "SELECT '{{ 'x' | center(2000000000) }}';")
                .with("sql/ods_b.sql", "SELECT '{{ '%2000000000d' | format(1) }}';")
                .with(
                        "sql/ods_c.sql",
                        "{% set x = 'x' %}{% for i in range(60) %}{% set x = x ~ x %}{% endfor %}{{ x }}");

        assertThat(check()).contains("sql/ods_a.sql:1:9: error[ELT3008]").doesNotContain("ELT7008", "ELT9001");
    }
}
