package io.elt.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What docs/targets/yarn.md tells people to do: tests do just that, so the page cannot be wrong.
 *
 * @param target the lines of its target
 * @param commands those of all its consoles
 */
record YarnPage(String target, List<String> commands) {
    private static final Path PAGE = Path.of("../docs/targets/yarn.md");
    private static final String YAML = "```yaml\n";

    static YarnPage read() throws IOException {
        String page = Files.readString(PAGE);
        String target = page.substring(page.indexOf(YAML) + YAML.length());
        return new YarnPage(
                target.substring(0, target.indexOf("```")),
                page.lines()
                        .filter(line -> line.startsWith("$ "))
                        .map(line -> line.substring(2))
                        .toList());
    }

    /** The words of the commands that begin like this, without these. */
    List<List<String>> after(String start) {
        List<List<String>> found = commands.stream()
                .filter(command -> command.startsWith(start))
                .map(command ->
                        List.of(command.substring(start.length()).strip().split(" ")))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalStateException(PAGE + " has no command " + start);
        }
        return found;
    }
}
