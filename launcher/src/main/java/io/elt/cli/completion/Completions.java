package io.elt.cli.completion;

import io.elt.diagnostic.ErrorCode;
import io.elt.project.ProjectOutline;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Tells what may stand in place of the last word of a line. */
public final class Completions {
    /** What a value is, by the name that help gives it. */
    private static final Map<String, BiFunction<ProjectWords, String, List<Candidate>>> OF_LABEL = Map.of(
            "FILE|SELECTOR", ProjectWords::selectors,
            "SELECTOR", ProjectWords::selectors,
            "FILE", ProjectWords::files,
            "JOB", (words, typed) -> words.jobs(),
            "TARGET", (words, typed) -> words.targets(),
            "NAME=VALUE", (words, typed) -> words.variables(),
            "TABLE", (words, typed) -> words.tables(),
            "TABLE[.COLUMN]", (words, typed) -> words.tables(),
            "CODE", (words, typed) -> codes());

    private final CommandLine root;
    private final Path folder;

    /**
     * @param folder where the project is, unless the line says otherwise
     */
    public Completions(CommandLine root, Path folder) {
        this.root = root;
        this.folder = folder;
    }

    /**
     * @param words of the line, behind the name of elt itself; the last one is being typed and may be empty
     */
    public Answer complete(List<String> words) {
        String typed = words.isEmpty() ? "" : words.get(words.size() - 1);
        TypedLine line = TypedLine.of(root, words.isEmpty() ? words : words.subList(0, words.size() - 1), folder);
        if (line.awaiting().isPresent()) {
            return values(line.awaiting().get(), "", typed, line);
        }
        int equals = typed.indexOf('=');
        if (typed.startsWith("--") && equals > 0 && !line.onlyPositionals()) {
            String name = typed.substring(0, equals);
            return Optional.ofNullable(line.command().getCommandSpec().findOption(name))
                    .map(option -> values(option, name + "=", typed.substring(equals + 1), line))
                    .orElse(Answer.nothing());
        }
        if (typed.startsWith("-") && !line.onlyPositionals()) {
            return words(options(line), "", typed);
        }
        List<Candidate> commands = commands(line.command());
        return commands.isEmpty()
                ? line.positional()
                        .map(parameter -> values(parameter, "", typed, line))
                        .orElse(Answer.nothing())
                : words(commands, "", typed);
    }

    static boolean knows(String label) {
        return OF_LABEL.containsKey(label);
    }

    private static Answer values(ArgSpec argument, String prefix, String typed, TypedLine line) {
        if (argument.completionCandidates() != null) {
            Stream<Candidate> constants = StreamSupport.stream(
                            argument.completionCandidates().spliterator(), false)
                    .map(Candidate::of);
            return words(constants.toList(), prefix, typed);
        }
        if (argument.paramLabel().equals("DIR")) {
            return new Answer.Folders();
        }
        if (argument.type() == Path.class) {
            return new Answer.Files();
        }
        var ofLabel = OF_LABEL.get(argument.paramLabel());
        if (ofLabel == null) {
            return Answer.nothing();
        }
        ProjectWords project = new ProjectWords(ProjectOutline.of(line.folder()));
        return words(ofLabel.apply(project, typed), prefix, typed);
    }

    private static Answer words(List<Candidate> candidates, String prefix, String typed) {
        return new Answer.Words(candidates.stream()
                .filter(candidate -> candidate.word().startsWith(typed) && candidate.isPrintable())
                .distinct()
                .map(candidate -> candidate.behind(prefix))
                .toList());
    }

    private static List<Candidate> commands(CommandLine command) {
        List<Candidate> names = new ArrayList<>();
        command.getSubcommands().forEach((name, subcommand) -> {
            if (!subcommand.getCommandSpec().usageMessage().hidden()) {
                names.add(new Candidate(
                        name, first(subcommand.getCommandSpec().usageMessage().description())));
            }
        });
        return names;
    }

    private static List<Candidate> options(TypedLine line) {
        List<Candidate> names = new ArrayList<>();
        for (OptionSpec option : line.command().getCommandSpec().options()) {
            if (!option.hidden() && !line.used().contains(option)) {
                names.add(new Candidate(option.longestName(), first(option.description())));
            }
        }
        return names;
    }

    private static List<Candidate> codes() {
        return Stream.of(ErrorCode.values())
                .map(code -> new Candidate(code.text(), code.title()))
                .toList();
    }

    /** The first sentence, without what picocli would fill in. */
    private static String first(String[] description) {
        return description.length == 0 ? "" : description[0].replaceFirst("[.:] .*|[.:]$|\\(default.*| *\\$\\{.*", "");
    }
}
