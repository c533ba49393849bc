package io.elt.cli;

import io.elt.cli.report.Findings;
import io.elt.cli.run.ProjectLoading;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.DiagnosticPrinter;
import io.elt.diagnostic.EltException;
import io.elt.diagnostic.ProblemPage;
import io.elt.diagnostic.Redactor;
import io.elt.diagnostic.SourceLines;
import io.elt.project.FolderLines;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** The command line as a whole: its commands, and the one place where a failure is told. */
@Command(
        name = "elt",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "The streaming warehouse you write in SQL.",
        subcommands = {
            InitCommand.class,
            DemoCommand.class,
            RunCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            StopCommand.class,
            CancelCommand.class,
            HistoryCommand.class,
            RollbackCommand.class,
            CheckCommand.class,
            TestCommand.class,
            LsCommand.class,
            PlanCommand.class,
            LineageCommand.class,
            QueryCommand.class,
            RenderCommand.class,
            DoctorCommand.class,
            CleanCommand.class,
            CompletionCommand.class,
            CompleteCommand.class,
            ExplainCommand.class,
        },
        footer = {
            "",
            "  elt demo                      from a bank's changes to a dashboard",
            "  elt init shop                 a project of your own, which runs as it is",
            "  elt check                     what is wrong with the project of this folder",
            "  elt run sql/dws_deposit.sql   one file, and what must be there for it",
            "  elt query \"SELECT * FROM dws.deposit\"",
            "",
            "Every flag has an environment variable: --port-kafka is ELT_PORT_KAFKA.",
            "Exit code: 0 done, 1 something failed, 2 wrong usage.",
        })
public final class Elt implements Callable<Integer> {
    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of a failure.")
    boolean debug;

    @Option(
            names = "--no-cache",
            scope = ScopeType.INHERIT,
            description = "Plan every file anew, and remember nothing of it in .elt/cache.")
    boolean noCache;

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec;

    private final Map<String, String> environment;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Redactor redactor = new Redactor();
    private final Map<String, List<String>> texts = new HashMap<>();

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
        commandLine.setParameterExceptionHandler((error, rest) -> {
            tell(List.of(WrongUsage.of(error)), Path.of("."), error);
            return ExitCode.USAGE;
        });
        commandLine.setExecutionExceptionHandler((error, command, parsed) -> fail(error, command));
        try {
            return commandLine.execute(arguments);
        } catch (Error e) {
            // picocli hands on exceptions only.
            return fail(e, commandLine);
        }
    }

    /** Without a command: a script that forgot it must not go on as if something was done. */
    @Override
    public Integer call() {
        spec.commandLine().usage(err);
        return ExitCode.USAGE;
    }

    Map<String, String> environment() {
        return environment;
    }

    /** Knows every secret that its commands resolve. */
    Redactor redactor() {
        return redactor;
    }

    /** A text without the secrets that are known by now. */
    String redacted(String text) {
        return redactor.redact(text);
    }

    ProjectLoading loading() {
        return new ProjectLoading(
                environment, redactor, noCache ? ProjectLoading.Caching.OFF : ProjectLoading.Caching.ON);
    }

    /** A text that stands in no file, so that a problem in it can be shown as one in a file. */
    void remember(String name, String text) {
        texts.put(name, text.lines().toList());
    }

    Findings findings(Path directory, Findings.Coverage coverage, List<Diagnostic> problems) {
        return new Findings(directory, coverage, problems, lines(directory), redactor);
    }

    private SourceLines lines(Path directory) {
        FolderLines files = new FolderLines(directory);
        return (file, line) -> texts.containsKey(file)
                ? texts.get(file).stream().skip(line - 1L).findFirst()
                : files.line(file, line);
    }

    /** For what goes into a file. */
    DiagnosticPrinter plainPrinter(Path directory) {
        return DiagnosticPrinter.plain(lines(directory), redactor);
    }

    DiagnosticPrinter printer(Path directory) {
        SourceLines lines = lines(directory);
        return colours().enabled()
                ? DiagnosticPrinter.coloured(lines, redactor)
                : DiagnosticPrinter.plain(lines, redactor);
    }

    CommandLine.Help.Ansi colours() {
        boolean off = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return off ? CommandLine.Help.Ansi.OFF : CommandLine.Help.Ansi.AUTO;
    }

    private int fail(Throwable error, CommandLine command) {
        EltException told = Failure.of(error);
        tell(told.diagnostics(), directory(command), error);
        return ExitCode.of(told);
    }

    private void tell(List<Diagnostic> diagnostics, Path directory, Throwable error) {
        out.flush();
        err.print(printer(directory).print(diagnostics));
        ProblemPage.pointer(diagnostics).ifPresent(pointer -> err.print("\n" + pointer + "\n"));
        if (debug) {
            StringWriter trace = new StringWriter();
            error.printStackTrace(new PrintWriter(trace, true));
            err.print(redactor.redact(trace.toString()));
        }
        err.flush();
    }

    private static Path directory(CommandLine command) {
        OptionSpec option = command.getCommandSpec().findOption("--directory");
        return option == null ? Path.of(".") : option.getValue();
    }
}
