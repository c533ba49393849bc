package io.elt.cli;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.util.ArrayList;
import java.util.List;

/** A command line that is not understood, as a problem that names what was probably meant. */
final class WrongUsage {
    private WrongUsage() {}

    static Diagnostic of(ParameterException error) {
        CommandLine command = error.getCommandLine();
        Diagnostic told = Diagnostic.error(ErrorCode.USAGE, error.getMessage())
                .withHint("'" + command.getCommandSpec().qualifiedName() + " --help' tells what is possible");
        if (!(error instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return told;
        }
        String unknown = unmatched.getUnmatched().get(0);
        return unknown.startsWith("-")
                ? told.suggesting(unknown.replaceFirst("=.*", ""), options(command))
                : told.suggesting(unknown, command.getSubcommands().keySet());
    }

    private static List<String> options(CommandLine command) {
        List<String> names = new ArrayList<>();
        for (OptionSpec option : command.getCommandSpec().options()) {
            names.addAll(List.of(option.names()));
        }
        return names;
    }
}
