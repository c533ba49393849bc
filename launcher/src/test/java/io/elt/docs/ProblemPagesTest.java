package io.elt.docs;

import io.elt.cli.output.TerminalText;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.ProblemPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Every code has its page, and every page has what somebody needs who is woken up by the code. */
class ProblemPagesTest {
    private static final List<String> SECTIONS = List.of("## Causes", "## Example", "## What to do", "## Related");
    private static final Pattern CODE = Pattern.compile("ELT\\d{4}");
    private static final Pattern REPORTED = Pattern.compile("(?:error|warning)\\[(ELT\\d{4})]: .+");

    /** A number that is taken and not in use; then its page says what happens instead. */
    private static final String RESERVED = "This version of elt does not report it";

    /** What a check finds in a project, besides rules and lineage. */
    private static final Pattern MADE_BY_GOLDEN_CASES = Pattern.compile("ELT(21|30|40|500|501|5099)\\d*");

    private static final Pattern EXPECTED = Pattern.compile("expected\\.txt|stderr\\.txt");
    private static String golden;

    @Test
    void everyCodeHasAPageAndEveryPageACode() throws IOException {
        List<String> codes = Arrays.stream(ErrorCode.values())
                .map(code -> code.text() + ".md")
                .toList();
        try (Stream<Path> pages = Files.list(Markdown.PROBLEMS)) {
            assertThat(pages.map(page -> page.getFileName().toString())).containsExactlyInAnyOrderElementsOf(codes);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isBuiltInTheSameWay(ErrorCode code) {
        String page = page(code);
        List<String> lines = page.lines().toList();

        assertThat(lines).hasSizeBetween(15, 50).first().isEqualTo("# " + code.text() + ": " + code.title());
        assertThat(lines.stream().filter(line -> line.startsWith("## "))).containsExactlyElementsOf(SECTIONS);
        assertThat(section(page, "## Causes")).startsWith("- ");
        assertThat(ProblemPage.of(code).orElseThrow().meaning())
                .hasSizeBetween(20, 500)
                .matches("(?s).*[.:]");
    }

    @ParameterizedTest
    @EnumSource
    void showsItsCodeAsEltPrintsIt(ErrorCode code) {
        String page = page(code);
        String example = section(page, "## Example");

        assertThat(example).startsWith("```text\n").endsWith("\n```");
        if (!page.contains(RESERVED)) {
            assertThat(REPORTED.matcher(example).results().map(found -> found.group(1)))
                    .as("a line such as error[%s]: ...", code.text())
                    .isNotEmpty()
                    .allMatch(code.text()::equals);
        }
    }

    private static Stream<ErrorCode> madeByGoldenCases() {
        return Arrays.stream(ErrorCode.values())
                .filter(code -> MADE_BY_GOLDEN_CASES.matcher(code.text()).matches());
    }

    /** What can be seen without a cluster is seen: the message is one that a golden case prints. */
    @ParameterizedTest
    @MethodSource("madeByGoldenCases")
    void theMessageIsOneThatEltPrints(ErrorCode code) throws IOException {
        String printed = goldenTexts();

        assertThat(REPORTED.matcher(section(page(code), "## Example")).results().map(found -> found.group()))
                .as("messages of the page that no golden case prints")
                .allMatch(printed::contains);
    }

    private static synchronized String goldenTexts() throws IOException {
        if (golden == null) {
            try (Stream<Path> files = Files.walk(Path.of("src/test/resources/golden"))) {
                StringBuilder all = new StringBuilder();
                for (Path file : files.filter(each ->
                                EXPECTED.matcher(each.getFileName().toString()).matches())
                        .toList()) {
                    all.append(Files.readString(file)).append('\n');
                }
                golden = all.toString();
            }
        }
        return golden;
    }

    @ParameterizedTest
    @EnumSource
    void leadsToOtherPagesThatAreThere(ErrorCode code) {
        String related = section(page(code), "## Related");

        assertThat(CODE.matcher(related).results().map(found -> found.group()))
                .isNotEmpty()
                .doesNotContain(code.text())
                .allSatisfy(other -> assertThat(ErrorCode.of(other)).isPresent());
        assertThat(related.replaceAll("\\[(ELT\\d{4})]\\(\\1\\.md\\)", "-")).matches("-(, -)*");
    }

    @ParameterizedTest
    @EnumSource
    void isReadableInATerminal(ErrorCode code) {
        String page = page(code);

        assertThat(page.lines().filter(line -> !isCode(page, line)))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
        String shown = TerminalText.of(page, 80, TerminalText.Headings.PLAIN);
        assertThat(shown).doesNotContain("```", "](", "##");
        assertThat(shown.lines().filter(line -> !line.startsWith("    ")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    private static boolean isCode(String page, String line) {
        return Stream.of(page.split("```")).skip(1).anyMatch(block -> block.contains(line));
    }

    private static String section(String page, String heading) {
        String rest = page.substring(page.indexOf(heading) + heading.length());
        int next = rest.indexOf("\n## ");
        return (next < 0 ? rest : rest.substring(0, next)).strip();
    }

    private static String page(ErrorCode code) {
        return ProblemPage.of(code).orElseThrow().markdown();
    }
}
