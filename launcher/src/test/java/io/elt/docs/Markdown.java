package io.elt.docs;

import io.elt.diagnostic.ErrorCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page: its text, its links and its fenced blocks. */
record Markdown(Path file, String text) {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    static final Path PROBLEMS = ROOT.resolve("docs/problems");

    private static final String FENCE = "```";
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    /**
     * A fenced block.
     *
     * @param info what stands behind the fence: the language, and what a test has to do with it
     */
    record Block(String info, String content, int line) {
        boolean is(String wanted) {
            return info.equals(wanted);
        }

        /** The file that the reader is told to make of it. */
        Optional<String> file() {
            return Stream.of(info.split(" "))
                    .filter(word -> word.startsWith("file="))
                    .map(word -> word.substring("file=".length()))
                    .findFirst();
        }
    }

    static Markdown read(String path) {
        Path file = ROOT.resolve(path);
        try {
            return new Markdown(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that is written by hand about the project, for those who use it. */
    static List<Markdown> pages() {
        return Stream.of(
                        "README.md",
                        "ARCHITECTURE.md",
                        "CONTRIBUTING.md",
                        "docs/tutorial.md",
                        "docs/testing.md",
                        "docs/metrics.md",
                        "helm/README.md",
                        "docs/reference.md")
                .map(Markdown::read)
                .toList();
    }

    /** Those about where jobs run and what they read; what they show of elt.yaml is a part of one. */
    static List<Markdown> targets() {
        return TargetPage.NAMES.stream()
                .map(name -> TargetPage.read(name).page())
                .toList();
    }

    /** The pages of {@code elt explain}. */
    static List<Markdown> problems() {
        return Arrays.stream(ErrorCode.values())
                .map(code -> read("docs/problems/" + code.text() + ".md"))
                .toList();
    }

    List<String> links() {
        return LINK.matcher(text)
                .results()
                .map((MatchResult link) -> link.group(1))
                .toList();
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        StringBuilder content = null;
        String info = "";
        int start = 0;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.startsWith(FENCE)) {
                if (content != null) {
                    content.append(line).append('\n');
                }
                continue;
            }
            if (content == null) {
                content = new StringBuilder();
                info = line.substring(FENCE.length()).strip();
                start = number;
                continue;
            }
            blocks.add(new Block(info, content.toString(), start));
            content = null;
        }
        if (content != null) {
            throw new IllegalStateException(file + ":" + start + ": a block is not closed");
        }
        return blocks;
    }
}
