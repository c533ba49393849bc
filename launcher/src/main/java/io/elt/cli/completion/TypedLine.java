package io.elt.cli.completion;

import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What stands before the word that is being typed, as elt would understand it.
 *
 * @param command the command that is typed
 * @param awaiting the option whose value comes next
 * @param used options that are given already
 * @param positionals how many words there are that belong to no option
 * @param onlyPositionals whether there was a {@code --}
 * @param folder the project's folder
 */
record TypedLine(
        CommandLine command,
        Optional<OptionSpec> awaiting,
        Set<OptionSpec> used,
        int positionals,
        boolean onlyPositionals,
        Path folder) {

    static TypedLine of(CommandLine root, List<String> words, Path folder) {
        TypedLine line = new TypedLine(root, Optional.empty(), Set.of(), 0, false, folder);
        for (String word : words) {
            line = line.then(word);
        }
        return line;
    }

    private TypedLine then(String word) {
        if (awaiting.isPresent()) {
            return taking(awaiting.get(), word);
        }
        if (onlyPositionals || !word.startsWith("-") || word.equals("-")) {
            CommandLine subcommand = command.getSubcommands().get(word);
            return subcommand == null
                    ? new TypedLine(command, awaiting, used, positionals + 1, onlyPositionals, folder)
                    : new TypedLine(subcommand, awaiting, Set.of(), 0, onlyPositionals, folder);
        }
        if (word.equals("--")) {
            return new TypedLine(command, awaiting, used, positionals, true, folder);
        }
        int equals = word.indexOf('=');
        OptionSpec option = command.getCommandSpec().findOption(equals < 0 ? word : word.substring(0, equals));
        if (option == null) {
            return this;
        }
        if (equals >= 0) {
            return taking(option, word.substring(equals + 1));
        }
        return option.arity().max() > 0
                ? new TypedLine(command, Optional.of(option), used, positionals, onlyPositionals, folder)
                : using(option, folder);
    }

    private TypedLine taking(OptionSpec option, String value) {
        return using(option, option.longestName().equals("--directory") ? Path.of(value) : folder);
    }

    private TypedLine using(OptionSpec option, Path newFolder) {
        Set<OptionSpec> all = new HashSet<>(used);
        if (!option.isMultiValue()) {
            all.add(option);
        }
        return new TypedLine(command, Optional.empty(), all, positionals, onlyPositionals, newFolder);
    }

    /** What the next word is, if it is no option. */
    Optional<ArgSpec> positional() {
        return command.getCommandSpec().positionalParameters().stream()
                .filter(each -> each.index().contains(positionals))
                .map(ArgSpec.class::cast)
                .findFirst();
    }
}
