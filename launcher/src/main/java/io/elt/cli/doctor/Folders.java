package io.elt.cli.doctor;

import io.elt.cli.run.EltFolder;
import io.elt.diagnostic.FileReason;
import io.elt.local.EmbeddedStack;
import io.elt.local.Endpoints;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where elt writes: is there room, may it, and what have others left behind. */
final class Folders {
    private static final long LEAST = 200_000_000;
    private static final long GOOD = 2_000_000_000;

    private final Path project;
    private final Path elt;

    /**
     * @param project the folder of the project
     */
    Folders(Path project) {
        this.project = project.toAbsolutePath().normalize();
        this.elt = EltFolder.of(this.project).path();
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(written("project folder", Files.isDirectory(elt) ? elt : project));
        findings.add(written("temporary folder", Path.of(System.getProperty("java.io.tmpdir"))));
        if (Files.isDirectory(elt)) {
            findings.add(lock());
            leftBehind().ifPresent(findings::add);
        }
        return findings;
    }

    private static Finding written(String subject, Path folder) {
        try {
            Files.delete(Files.createTempFile(folder, "elt-doctor-", ".tmp"));
            return room(subject, folder, Files.getFileStore(folder).getUsableSpace());
        } catch (IOException e) {
            return Finding.wrong(
                    subject,
                    folder + " cannot be written: " + FileReason.of(e),
                    "make it writable for the user that runs elt");
        }
    }

    static Finding room(String subject, Path folder, long bytes) {
        String found = folder + ", " + Machine.gigabytes(bytes) + " free";
        if (bytes < LEAST) {
            return Finding.wrong(subject, found, "make room: the embedded target writes some hundred megabytes");
        }
        return bytes < GOOD
                ? Finding.warning(subject, found, "make room before much data comes; 'elt clean' shows what elt takes")
                : Finding.ok(subject, found);
    }

    private Finding lock() {
        try {
            Optional<Endpoints> owner = EmbeddedStack.running(elt);
            return Finding.ok(
                    "lock",
                    owner.map(endpoints -> "process " + endpoints.process() + " runs the embedded target here")
                            .orElse("free"));
        } catch (IOException e) {
            return Finding.wrong(
                    "lock",
                    elt.resolve("lock") + " cannot be taken: " + FileReason.of(e),
                    "make it writable for the user that runs elt");
        }
    }

    /** Temporary folders of processes that were killed. */
    private Optional<Finding> leftBehind() {
        Path all = elt.resolve("tmp");
        if (!Files.isDirectory(all)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(all)) {
            long dead = folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.matches("\\d{1,18}")
                            && ProcessHandle.of(Long.parseLong(name)).isEmpty())
                    .count();
            return dead == 0
                    ? Optional.empty()
                    : Optional.of(Finding.warning(
                            "leftovers",
                            dead + " temporary folders of elts that were killed, in " + all,
                            "elt clean --what cache"));
        } catch (IOException e) {
            return Optional.of(Finding.warning("leftovers", all + " cannot be read: " + FileReason.of(e), ""));
        }
    }
}
