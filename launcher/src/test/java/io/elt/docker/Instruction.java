package io.elt.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a Dockerfile; lines that go on are one.
 *
 * @param word as {@code COPY}
 * @param text what stands behind it
 */
record Instruction(String word, String text) {
    static List<Instruction> of(Path dockerfile) throws IOException {
        List<Instruction> instructions = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String part : Files.readAllLines(dockerfile)) {
            if (part.isBlank() || part.startsWith("#")) {
                continue;
            }
            if (part.endsWith("\\")) {
                line.append(part, 0, part.length() - 1);
                continue;
            }
            String whole = line.append(part).toString().strip();
            line.setLength(0);
            int end = whole.indexOf(' ');
            instructions.add(new Instruction(
                    whole.substring(0, end), whole.substring(end + 1).strip()));
        }
        return instructions;
    }

    /** The words of a COPY without its flags; the last one is where it goes. */
    List<String> paths() {
        return List.of(text.split("\\s+")).stream()
                .filter(path -> !path.startsWith("--"))
                .toList();
    }
}
