package io.elt.cli.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Where the embedded stack listens that another call of elt runs in this project: a file, as long as that call lives. */
final class RunningStack {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    RunningStack(EltFolder folder) {
        this.file = folder.path().resolve("ports.json");
    }

    void announce(Ports ports) {
        try {
            Path written = Files.createTempFile(file.getParent(), "ports", ".tmp");
            JSON.writeValue(written.toFile(), ports);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    void withdraw() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }

    /** What was announced. After a kill -9 the file stays, so somebody has to try whether anybody answers there. */
    Optional<Ports> ports() {
        try {
            return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), Ports.class)) : Optional.empty();
        } catch (IOException e) {
            // Half a file is the file of nobody.
            return Optional.empty();
        }
    }

    static Diagnostic nothingRuns(Path project) {
        return Diagnostic.error(ErrorCode.CLUSTER_UNREACHABLE, "no elt runs the embedded stack of " + project)
                .withHint("start the jobs with `elt run`; on the embedded target they live as long as that command");
    }
}
