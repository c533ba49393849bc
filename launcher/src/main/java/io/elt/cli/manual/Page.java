package io.elt.cli.manual;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The page of one command, or of elt as a whole.
 *
 * @param issued a date, and the version that the page is of
 */
record Page(CommandLine command, Issue issued) {
    /** @param version such as {@code elt 1.0.0} */
    record Issue(String date, String version) {}

    private static final int SECTION = 1;

    /** {@code elt-run}. */
    String name() {
        return spec().qualifiedName("-");
    }

    String fileName() {
        return name() + "." + SECTION;
    }

    String text() {
        Roff page = new Roff();
        page.line(String.join(
                " ",
                ".TH",
                Roff.quoted(name().toUpperCase(Locale.ROOT)),
                String.valueOf(SECTION),
                '"' + issued.date() + '"',
                Roff.quoted(issued.version()),
                Roff.quoted("elt manual")));
        page.heading("NAME").line(Roff.escaped(name()) + " \\- " + Roff.escaped(summary(command)));
        page.heading("SYNOPSIS").line(synopsis());
        page.heading("DESCRIPTION");
        for (String paragraph : spec().usageMessage().description()) {
            page.paragraph(paragraph);
        }
        addCommands(page);
        addArguments(page);
        page.heading("EXAMPLES")
                .example(Stream.of(spec().usageMessage().footer())
                        .filter(line -> line.startsWith("  "))
                        .map(String::strip)
                        .toList());
        page.heading("EXIT STATUS");
        page.item(Roff.bold("0"), "Done.").item(Roff.bold("1"), "Something failed.");
        page.item(Roff.bold("2"), "Wrong usage: the command line, a target, a variable or a selector.");
        page.heading("ENVIRONMENT");
        page.paragraph(
                "Every flag has a variable: --port-kafka is ELT_PORT_KAFKA. The flag wins. NO_COLOR: no colours.");
        page.heading("SEE ALSO").line(references());
        return page.toString();
    }

    private CommandSpec spec() {
        return command.getCommandSpec();
    }

    private String synopsis() {
        String synopsis = new CommandLine.Help(spec(), CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .synopsis(0)
                .replaceAll("\\s+", " ")
                .strip();
        String qualified = spec().qualifiedName();
        return Roff.bold(qualified) + Roff.escaped(synopsis.substring(qualified.length()));
    }

    private void addCommands(Roff page) {
        List<CommandLine> commands = visible(command);
        if (!commands.isEmpty()) {
            page.heading("COMMANDS");
            commands.forEach(each -> page.item(
                    Roff.bold(new Page(each, issued).name()) + "(" + SECTION + ")", capital(summary(each)) + "."));
        }
    }

    private void addArguments(Roff page) {
        List<PositionalParamSpec> parameters = spec().positionalParameters();
        if (!parameters.isEmpty()) {
            page.heading("ARGUMENTS");
            parameters.forEach(each -> page.item(Roff.italic(each.paramLabel()), description(each)));
        }
        page.heading("OPTIONS");
        spec().options().stream()
                .filter(option -> !option.hidden())
                .sorted(Comparator.comparing(OptionSpec::longestName))
                .forEach(option -> page.item(term(option), description(option)));
    }

    private static String term(OptionSpec option) {
        List<String> names = new ArrayList<>();
        Stream.of(option.names())
                .sorted(Comparator.comparingInt(String::length))
                .forEach(name -> names.add(Roff.bold(name)));
        String value = option.arity().max() == 0 ? "" : "=" + Roff.italic(option.paramLabel());
        return String.join(", ", names) + value;
    }

    private static String[] description(ArgSpec argument) {
        Map<String, String> known = Map.of(
                "${DEFAULT-VALUE}", String.valueOf(argument.defaultValueString()),
                "${COMPLETION-CANDIDATES}", candidates(argument));
        return Arrays.stream(argument.description())
                .map(line -> {
                    String text = line;
                    for (Map.Entry<String, String> variable : known.entrySet()) {
                        text = text.replace(variable.getKey(), variable.getValue());
                    }
                    return text;
                })
                .toArray(String[]::new);
    }

    private static String candidates(ArgSpec argument) {
        return argument.completionCandidates() == null ? "" : String.join(", ", argument.completionCandidates());
    }

    private String references() {
        CommandLine root = command.getParent() == null ? command : command.getParent();
        return Stream.concat(Stream.of(root), visible(root).stream())
                .filter(each -> each != command)
                .map(each -> Roff.bold(new Page(each, issued).name()) + "(" + SECTION + ")")
                .reduce((first, second) -> first + ",\n" + second)
                .orElse("");
    }

    static List<CommandLine> visible(CommandLine command) {
        return command.getSubcommands().values().stream()
                .distinct()
                .filter(each -> !each.getCommandSpec().usageMessage().hidden())
                .toList();
    }

    /** The first line of the description, as a part of a sentence. */
    private static String summary(CommandLine command) {
        String[] description = command.getCommandSpec().usageMessage().description();
        String first = description.length == 0 ? "" : description[0].replaceFirst("\\.$", "");
        return first.isEmpty() ? first : first.substring(0, 1).toLowerCase(Locale.ROOT) + first.substring(1);
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
