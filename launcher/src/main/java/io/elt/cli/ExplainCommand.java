package io.elt.cli;

import io.elt.cli.output.TerminalText;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.ProblemPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Tells what a code means. It reads nothing but its own pages, so that it answers wherever elt starts. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Tell what a problem's code means, what causes it and what to do.",
            "Without a code: list all codes.",
        },
        footerHeading = "%nExamples:%n",
        footer = {"  elt explain", "  elt explain ELT5003", "  elt explain 5003 5004 --output markdown"})
final class ExplainCommand implements Callable<Integer> {
    @ParentCommand
    Elt elt;

    @Spec
    CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "CODE", description = "Codes, such as ELT5003 or 5003, or names of rules.")
    List<String> codes = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    PageFormat format;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<ErrorCode> wanted = codes.stream().map(ExplainCommand::find).toList();
        out.print(wanted.isEmpty() ? list() : wanted.stream().map(this::page).collect(Collectors.joining("\n")));
        return ExitCode.DONE;
    }

    private static ErrorCode find(String text) {
        return ErrorCode.of(text).orElseThrow(() -> Diagnostic.error(
                        ErrorCode.USAGE, "there is no problem with the code '" + text + "'")
                .withHint("'elt explain' lists all codes")
                .suggesting(
                        text.matches("\\d+") ? "ELT" + text : text,
                        Arrays.stream(ErrorCode.values()).map(ErrorCode::text).toList())
                .toException());
    }

    private String page(ErrorCode code) {
        String markdown = ProblemPage.of(code)
                .map(ProblemPage::markdown)
                .orElseThrow(() -> new IllegalStateException("there is no page about " + code.text()));
        return format == PageFormat.markdown
                ? markdown
                : TerminalText.of(
                        markdown,
                        Console.width(elt.environment(), spec),
                        elt.colours().enabled() ? TerminalText.Headings.BOLD : TerminalText.Headings.PLAIN);
    }

    private String list() {
        return Arrays.stream(ErrorCode.values()).map(this::line).collect(Collectors.joining());
    }

    private String line(ErrorCode code) {
        return format == PageFormat.markdown
                ? "- [" + code.text() + "](" + code.text() + ".md) " + code.title() + "\n"
                : code.text() + "  " + code.title() + "\n";
    }
}
