package io.elt.bench.bank;

import io.elt.local.bank.truth.BranchTruth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class RunFolderTest {
    @TempDir
    private Path folder;

    @Test
    void aRunGetsTheProjectAndTheBankAndNothingOfAnEarlierRun() throws IOException {
        write("project/elt.yaml");
        write("project/sql/serving/branch.sql");
        write("project/launcher/pom.xml");
        write("project/.elt/starrocks/db");
        write("kafka/bank.loan-0/0.log");
        write("run/.elt/warehouse/ods.db/snapshot-1");
        LoadedBank bank = new LoadedBank(folder.resolve("kafka"), BranchTruth.of(List.of()));

        Path run = RunFolder.make(folder.resolve("run"), folder.resolve("project"), bank);

        assertThat(run).isDirectoryRecursivelyContaining("glob:**/.elt/kafka/bank.loan-0/0.log");
        assertThat(run.resolve("elt.yaml")).exists();
        assertThat(run.resolve("sql/serving/branch.sql")).exists();
        assertThat(run.resolve("launcher")).doesNotExist();
        assertThat(run.resolve(".elt/starrocks")).doesNotExist();
        assertThat(run.resolve(".elt/warehouse")).doesNotExist();
    }

    private void write(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, path);
    }
}
