package io.elt.docs;

import io.elt.cli.Called;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of docs/targets: the targets that it shows, and what it tells a platform engineer to type. */
record TargetPage(Markdown page) {
    static final List<String> NAMES = List.of("session", "yarn", "kubernetes", "mysql-cdc", "storage");

    private static final String SECTION = "targets:\n";
    private static final String TARGET = "  ";
    private static final String PART_OF_A_TARGET = "    ";
    private static final Pattern REDIRECTION = Pattern.compile("(.*) > (\\S+)");
    private static final Pattern NAME = Pattern.compile("(?m)^  ([\\w-]+):");

    /**
     * A target that a page shows.
     *
     * @param yaml as it stands below {@code targets}
     */
    record Shown(String name, String yaml, int line) {}

    static TargetPage read(String name) {
        return new TargetPage(Markdown.read("docs/targets/" + name + ".md"));
    }

    String name() {
        return page.file().getFileName().toString().replace(".md", "");
    }

    /** All of them; a part of a target is shown as one of its own, of the page's kind. */
    List<Shown> targets() {
        return page.blocks().stream()
                .filter(block -> block.is("yaml"))
                .map(block -> shown(block.content(), block.line()))
                .toList();
    }

    private Shown shown(String block, int line) {
        String yaml = block.startsWith(SECTION)
                ? block.substring(SECTION.length())
                : block.startsWith(PART_OF_A_TARGET)
                        ? TARGET + "part-of-one:\n    run-on: " + name() + "\n    state: hdfs:///elt/state\n" + block
                        : block;
        Matcher name = NAME.matcher(yaml);
        if (!name.find()) {
            throw new IllegalStateException(page.file() + ":" + line + ": no target");
        }
        return new Shown(name.group(1), yaml, line);
    }

    /** What stands in its terminals, line by line, without prompts and comments. */
    List<String> commands() {
        List<String> commands = new ArrayList<>();
        for (Markdown.Block block : page.blocks()) {
            Stream<String> typed = block.is("console")
                    ? Transcript.of(block.content()).steps().stream().map(Transcript.Step::command)
                    : block.is("sh") ? block.content().lines() : Stream.empty();
            typed.map(line -> line.replaceFirst("\\s+# .*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .forEach(commands::add);
        }
        return commands;
    }

    List<String> commandsOf(String program) {
        return commands().stream()
                .filter(command -> command.startsWith(program + " "))
                .toList();
    }

    /** The words of a command, without the program and without where its output goes. */
    static List<String> arguments(String command) {
        Matcher redirection = REDIRECTION.matcher(command);
        String plain = redirection.matches() ? redirection.group(1) : command;
        List<String> words = Arrays.asList(plain.split("\\s+"));
        return words.subList(1, words.size());
    }

    /** Calls elt as a page says, and writes what it prints to where the page says. */
    static Called type(String command, Path project, Map<String, String> environment) throws IOException {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("ELT_DIRECTORY", project.toString());
        Called called = Called.with(variables, arguments(command).toArray(String[]::new));
        Matcher redirection = REDIRECTION.matcher(command);
        if (redirection.matches()) {
            Path file = project.resolve(redirection.group(2));
            Files.createDirectories(file.getParent());
            Files.writeString(file, called.out());
        }
        return called;
    }
}
