package io.elt.cli.run;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.FileReason;
import io.elt.plan.FileAddress;
import io.elt.submit.StateFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder {@code .elt} of a project, where the embedded stack keeps everything. Deleting it starts over. */
public record EltFolder(Path path) {
    public static EltFolder of(Path projectRoot) {
        return new EltFolder(projectRoot.resolve(".elt"));
    }

    public Path stack() {
        return path;
    }

    public Path warehouse() {
        return path.resolve("warehouse");
    }

    /** What makes the next call faster, and nothing else: it may be deleted at any time. */
    public Path cache() {
        return path.resolve("cache");
    }

    /** What the libraries in this process have to say. */
    public Path log() {
        return path.resolve("log").resolve("elt.log");
    }

    public StateFolder state(String target) {
        return new StateFolder(FileAddress.of(path.resolve("state").resolve(target)));
    }

    /**
     * Makes sure that a folder is there and can be written.
     *
     * @throws io.elt.diagnostic.EltException if not, with the operating system's reason
     */
    public static Path writable(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "writable", ".tmp"));
            return folder;
        } catch (IOException e) {
            throw Diagnostic.error(
                            ErrorCode.NOT_WRITABLE, "the folder " + folder + " cannot be written: " + FileReason.of(e))
                    .withHint("make it writable for the user that runs elt, or choose another project folder with -C")
                    .toException(e);
        }
    }
}
