package io.elt.local;

import java.io.IOException;
import java.nio.file.Path;

/** Another process runs the stack of this folder. */
public final class StackInUseException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Endpoints owner;

    StackInUseException(Path folder, Endpoints owner) {
        super("process " + owner.process() + " runs the embedded stack in " + folder);
        this.owner = owner;
    }

    /** Where the other process's stack listens. */
    public Endpoints owner() {
        return owner;
    }
}
