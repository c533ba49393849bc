package io.elt.cli;

import io.elt.cli.completion.Shell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** Prints what a shell needs to complete elt's command lines. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = {
            "Print the script with which a shell completes commands, flags, files, tables and targets of elt.",
            "It asks elt at each time, so it knows the project of the folder that you are in.",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  elt completion bash > ~/.local/share/bash-completion/completions/elt",
            "  elt completion zsh > ~/.zfunc/_elt     # with fpath+=~/.zfunc before compinit",
            "  elt completion fish > ~/.config/fish/completions/elt.fish",
            "  source <(elt completion bash)          # only in this shell",
        })
final class CompletionCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
    Shell shell;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(shell.script());
        return ExitCode.DONE;
    }
}
