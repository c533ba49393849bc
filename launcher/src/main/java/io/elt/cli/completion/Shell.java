package io.elt.cli.completion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A shell that can complete what is typed. */
public enum Shell {
    bash,
    zsh,
    fish;

    /** What the shell has to read. */
    public String script() {
        try (InputStream stream = Shell.class.getResourceAsStream("elt." + name())) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
