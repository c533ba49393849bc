package io.elt.cli.manual;

import io.elt.cli.Elt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class ManualPagesTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void write() throws IOException {
        ManualPages.main(new String[] {folder.toString(), "2026-01-01T00:00:00Z", "1.2.3"});
    }

    @Test
    void thereIsOneForEltAndOneForEachCommandThatIsShown() {
        CommandLine elt = new CommandLine(new Elt(Map.of(), new PrintWriter(System.out), new PrintWriter(System.err)));
        List<String> expected = new ArrayList<>(List.of("elt.1"));
        elt.getSubcommands().keySet().stream()
                .filter(name -> !name.equals("complete"))
                .forEach(name -> expected.add("elt-" + name + ".1"));

        assertThat(pages())
                .extracting(page -> page.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void saysWhatTheHelpSays() throws IOException {
        assertThat(Files.readString(folder.resolve("elt-run.1")))
                .startsWith(
                        ".TH \"ELT\\-RUN\" 1 \"2026-01-01\" \"elt 1.2.3\" \"elt manual\"\n.SH \"NAME\"\nelt\\-run \\- run files")
                .contains(
                        "\\fBelt run\\fR [\\-hV]",
                        ".TP\n\\fB\\-t\\fR, \\fB\\-\\-target\\fR=\\fITARGET\\fR\nThe target of elt.yaml",
                        "Kafka (default: 9092; 0: any).",
                        "table, json (default: table).",
                        ".RS 4\n.nf\nelt run sql/dws_deposit.sql\n",
                        "\\fBelt\\-doctor\\fR(1)")
                .doesNotContain("${", "elt\\-run\\fR(1)", "complete");
        assertThat(Files.readString(folder.resolve("elt.1")))
                .contains(".SH \"COMMANDS\"\n.TP\n\\fBelt\\-init\\fR(1)\n");
    }

    @Test
    void everyPageHasEverySection() {
        assertThat(pages()).allSatisfy(page -> assertThat(Files.readString(page)
                        .lines()
                        .filter(line -> line.startsWith(".SH"))
                        .map(line -> line.replaceAll("\\.SH |\"", "")))
                .containsSubsequence(
                        "NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXAMPLES", "EXIT STATUS", "SEE ALSO"));
    }

    @Test
    void textKeepsItsMeaning() {
        assertThat(Roff.escaped("a\\b 'c' --d ~/e `f` ^ ö"))
                .isEqualTo("a\\eb \\(aqc\\(aq \\-\\-d \\(ti/e \\(gaf\\(ga \\(ha \\[u00F6]");
        assertThat(new Roff().paragraph(".elt is a folder").toString()).isEqualTo(".PP\n\\&.elt is a folder\n");
        assertThat(Roff.quoted("a \"b\"")).isEqualTo("\"a \\(dqb\\(dq\"");
    }

    @Test
    void mandocFindsNothingWrong() throws Exception {
        requireInstalled("mandoc");
        assertThat(complaints("mandoc", "-Tlint", "-Wwarning")).isEmpty();
    }

    @Test
    void groffFindsNothingWrong() throws Exception {
        requireInstalled("groff");
        assertThat(complaints("groff", "-ww", "-man", "-Tutf8", "-z")).isEmpty();
    }

    private static String complaints(String... reader) throws Exception {
        List<String> command = new ArrayList<>(List.of(reader));
        pages().forEach(page -> command.add(page.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static void requireInstalled(String program) {
        boolean installed = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
        assumeTrue(installed || "true".equals(System.getenv("CI")), program + " is not installed");
    }

    private static List<Path> pages() {
        try (Stream<Path> pages = Files.list(folder)) {
            return pages.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
