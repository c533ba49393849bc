package io.elt.cli;

import io.elt.cli.run.ProjectLoading;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.DiagnosticPrinter;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Redactor;
import io.elt.project.FolderLines;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The command line as a whole: its commands, and the one place where a failure is told. */
@Command(
        name = "elt",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "The streaming warehouse you write in SQL.",
        subcommands = {DemoCommand.class, RunCommand.class, RenderCommand.class},
        footer = {
            "",
            "Every flag has an environment variable: --port-kafka is ELT_PORT_KAFKA.",
            "Exit code: 0 done, 1 something failed, 2 wrong usage.",
        })
public final class Elt implements Runnable {
    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of a failure.")
    boolean debug;

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec;

    private final Map<String, String> environment;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Redactor redactor = new Redactor();

    public Elt(Map<String, String> environment, PrintWriter out, PrintWriter err) {
        this.environment = Map.copyOf(environment);
        this.out = out;
        this.err = err;
    }

    /**
     * @return the exit code
     */
    public int execute(String... arguments) {
        CommandLine commandLine = new CommandLine(this);
        commandLine.setOut(out);
        commandLine.setErr(err);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setDefaultValueProvider(new EnvironmentDefaults(environment));
        commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(colours()));
        commandLine.setParameterExceptionHandler(this::wrongUsage);
        commandLine.setExecutionExceptionHandler((error, command, parsed) -> tell(error, command));
        return commandLine.execute(arguments);
    }

    @Override
    public void run() {
        spec.commandLine().usage(out);
    }

    Map<String, String> environment() {
        return environment;
    }

    ProjectLoading loading() {
        return new ProjectLoading(environment, redactor);
    }

    private CommandLine.Help.Ansi colours() {
        return environment.containsKey("NO_COLOR") ? CommandLine.Help.Ansi.OFF : CommandLine.Help.Ansi.AUTO;
    }

    private int wrongUsage(ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        err.println("error[" + ErrorCode.USAGE.text() + "]: " + redactor.redact(error.getMessage()));
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(error, err)) {
            err.println("hint: " + command.getCommandSpec().qualifiedName() + " --help tells what is possible");
        }
        return ExitCode.USAGE;
    }

    private int tell(Exception error, CommandLine command) {
        EltException told = error instanceof EltException elt ? elt : unexpected(error);
        DiagnosticPrinter printer = colours().enabled()
                ? DiagnosticPrinter.coloured(new FolderLines(directory(command)), redactor)
                : DiagnosticPrinter.plain(new FolderLines(directory(command)), redactor);
        err.print(printer.print(told.diagnostics()));
        if (debug) {
            error.printStackTrace(err);
        }
        err.flush();
        return ExitCode.of(told);
    }

    private static EltException unexpected(Exception error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new EltException(
                List.of(Diagnostic.error(ErrorCode.INTERNAL_ERROR, root.toString())
                        .withHint("run it again with --debug and report what it prints")),
                error);
    }

    private static Path directory(CommandLine command) {
        Path directory = command.getParseResult().matchedOptionValue("-C", Path.of("."));
        return directory.toAbsolutePath().normalize();
    }
}
