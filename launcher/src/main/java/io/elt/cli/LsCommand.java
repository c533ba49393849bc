package io.elt.cli;

import io.elt.cli.output.ListFormat;
import io.elt.cli.run.ListFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** Lists files. */
@Command(
        name = "ls",
        mixinStandardHelpOptions = true,
        description = {
            "List files in the order of the data, each with its job and what that reads and writes.",
            "Shows what a selector picks before it is run.",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  elt ls",
            "  elt ls +ads_branch --exclude layer:ods",
            "  elt ls tag:daily --output json",
            "  elt ls source:account+ --output path"
        })
final class LsCommand implements Callable<Integer> {
    @ParentCommand
    Elt elt;

    @Spec
    CommandSpec spec;

    @Mixin
    ProjectOptions project;

    @Mixin
    SelectionOptions selection;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    ListFormat format;

    @Override
    public Integer call() {
        var rows = new ListFiles(elt.loading()).list(project.directory, project.overrides(), selection.selection());
        spec.commandLine().getOut().print(format.print(rows));
        return ExitCode.DONE;
    }
}
