package io.elt.project;

/**
 * A file as it was written: decoded, without byte order mark, with '\n' as the only line end.
 *
 * @param path relative to the project, with '/' on every system
 * @param name the file name without its extension; for SQL files the name by which the project knows it
 */
public record SourceFile(String path, String name, String text) {

    public Layer layer() {
        return Layer.ofName(name);
    }
}
