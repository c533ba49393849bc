package io.elt.bench.side;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import static org.assertj.core.api.Assertions.assertThat;

class EltCommandTest {
    @TempDir
    private Path folder;

    @Test
    void countsTheCpuOfTheWholeProcess() throws IOException, InterruptedException {
        Path elt = Files.createDirectories(folder.resolve("bin")).resolve("elt");
        Files.writeString(
                elt,
                """
                #!/bin/sh
                echo "$1 in $(pwd)"
                i=0
                while [ $i -lt 200000 ]; do i=$((i + 1)); done
                exit 3
                """);
        Files.setPosixFilePermissions(elt, PosixFilePermissions.fromString("rwxr-xr-x"));

        Answer answer = new EltCommand(folder, folder.resolve("output.txt")).run(folder, "check");

        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.said())
                .startsWith("check in ")
                .contains(folder.getFileName().toString());
        assertThat(answer.cpuSeconds()).isPositive();
        assertThat(answer.wallSeconds()).isPositive();
    }

    @Test
    void theNameOfTheProgramMayHoldAnything() {
        String stat = "42 (a) b (c)) S 1 42 42 0 -1 4194304 100 200 0 0 7 8 125 75 20 0 1 0 100 200 300";

        assertThat(EltCommand.cpuOfEndedChildren(stat)).isEqualTo(2.0);
    }
}
