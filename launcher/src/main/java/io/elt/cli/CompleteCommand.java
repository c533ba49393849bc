package io.elt.cli;

import io.elt.cli.completion.Completions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;

/** Answers the shells' scripts. */
@Command(
        name = "complete",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = {
            "Tell what may be typed next; what the scripts of elt completion call.",
            "Reads the words behind elt from standard input, one a line; the last one is being typed and may be empty.",
        },
        footerHeading = "%nExamples:%n",
        footer = {"  printf 'run\\n--ta\\n' | elt complete"})
final class CompleteCommand implements Callable<Integer> {
    @ParentCommand
    Elt elt;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        List<String> words = input.lines().toList();
        CommandLine root = spec.commandLine().getParent();
        var answer = new Completions(root, ProjectFolder.of(List.of(), elt.environment())).complete(words);
        spec.commandLine().getOut().print(answer.text());
        return ExitCode.DONE;
    }
}
