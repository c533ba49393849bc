package io.elt.cli;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** What each command says about itself, the new ones too. */
class HelpTest {
    private static final CommandLine ELT =
            new CommandLine(new Elt(Map.of(), new PrintWriter(System.out), new PrintWriter(System.err)));

    @TestFactory
    Stream<DynamicTest> everyCommand() {
        return ELT.getSubcommands().entrySet().stream()
                .map(command -> DynamicTest.dynamicTest(
                        command.getKey(), () -> saysWhatItDoes(command.getKey(), command.getValue())));
    }

    private static void saysWhatItDoes(String name, CommandLine command) {
        Called called = Called.elt(name, "--help");

        assertThat(called.exitCode()).isZero();
        assertThat(called.err()).isEmpty();
        assertThat(called.out()).startsWith("Usage: elt " + name).doesNotContain("${", "null");
        assertThat(called.out().lines())
                .as("lines for a terminal of 80 letters")
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        List<String> description =
                List.of(command.getCommandSpec().usageMessage().description());
        assertThat(description).as("description").isNotEmpty();
        assertThat(description).allSatisfy(line -> assertThat(line).endsWith("."));
        for (ArgSpec argument : command.getCommandSpec().args()) {
            assertThat(String.join(" ", argument.description()))
                    .as("description of " + argument)
                    .hasSizeGreaterThan(5)
                    .endsWith(".");
        }
        assertThat(called.out()).as("examples").contains("\nExamples:\n");
        String examples = called.out().substring(called.out().indexOf("\nExamples:\n"));
        assertThat(examples.lines().skip(2)).as("examples").isNotEmpty().allSatisfy(line -> assertThat(line)
                .startsWith("  ")
                .contains("elt " + name));
    }

    @TestFactory
    Stream<DynamicTest> theExamplesAreUnderstood() {
        return ELT.getSubcommands().values().stream()
                .flatMap(command ->
                        Stream.of(command.getCommandSpec().usageMessage().footer()))
                .map(String::strip)
                .filter(line -> line.startsWith("elt "))
                .map(line -> DynamicTest.dynamicTest(line, () -> assertUnderstood(line)));
    }

    /** Parses it without running it. */
    private static void assertUnderstood(String example) {
        String words = example.substring("elt ".length()).replaceFirst(" *( #|&&|>|\\|).*", "");
        CommandLine elt = new CommandLine(new Elt(Map.of(), new PrintWriter(System.out), new PrintWriter(System.err)));
        elt.setCaseInsensitiveEnumValuesAllowed(true);
        String[] arguments =
                Stream.of(words.replaceAll("\"[^\"]*\"", "SQL").split(" +")).toArray(String[]::new);

        CommandLine.ParseResult parsed = elt.parseArgs(arguments);

        assertThat(parsed.subcommand().errors()).isEmpty();
    }
}
