package io.elt.docs;

import io.elt.cli.Elt;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Redactor;
import io.elt.project.Overrides;
import io.elt.project.Project;
import io.elt.project.ProjectReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** What the pages name is there, and what is there is named. */
class PagesTest {
    private static final CommandLine ELT =
            new CommandLine(new Elt(Map.of(), new PrintWriter(System.out), new PrintWriter(System.err)));

    /** In a sentence any word may follow; in code it is a command. */
    private static final Pattern COMMAND = Pattern.compile("(?:^|[`\"/(\\s])elt ([a-z]+)((?: [^`\\n]*)?)");

    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern FLAG = Pattern.compile("(?<![\\w-])(--?[a-zA-Z][a-z-]*)");
    private static final Pattern ERROR_CODE = Pattern.compile("ELT\\d{4}");

    @TempDir
    Path folder;

    @Test
    void linksLeadSomewhere() {
        List<String> broken = new ArrayList<>();
        for (Markdown page : withTargets()) {
            for (String link : page.links()) {
                if (link.contains("://") || link.startsWith("#")) {
                    continue;
                }
                Path target = page.file().resolveSibling(link.replaceFirst("#.*", ""));
                if (!Files.exists(target)) {
                    broken.add(page.file().getFileName() + " -> " + link);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void anchorsLeadToAHeading() {
        for (Markdown page : withTargets()) {
            Set<String> headings = page.text()
                    .lines()
                    .filter(line -> line.startsWith("#"))
                    .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                    .map(line -> line.replaceAll("[^\\w -]", "").replace(' ', '-'))
                    .collect(Collectors.toSet());
            assertThat(headings)
                    .as("headings of %s", page.file())
                    .containsAll(page.links().stream()
                            .filter(link -> link.startsWith("#"))
                            .map(link -> link.substring(1))
                            .toList());
        }
    }

    @Test
    void commandsAndTheirFlagsExist() {
        List<Markdown> pages = new ArrayList<>(withTargets());
        pages.addAll(Markdown.problems());
        for (Markdown page : pages) {
            for (String code : codeOf(page)) {
                COMMAND.matcher(code).results().forEach(found -> {
                    String name = found.group(1);
                    assertThat(ELT.getSubcommands())
                            .as("%s: elt %s", page.file().getFileName(), name)
                            .containsKey(name);
                    Set<String> flags = flags(ELT.getSubcommands().get(name));
                    String unquoted =
                            found.group(2).replaceAll("\"[^\"]*\"?", "").replaceAll(" #.*", "");
                    assertThat(flags)
                            .as("%s: %s", page.file().getFileName(), found.group())
                            .containsAll(FLAG.matcher(unquoted)
                                    .results()
                                    .map(flag -> flag.group(1))
                                    .toList());
                });
            }
        }
    }

    @Test
    void everyCommandAndEveryFlagIsInTheReference() {
        String reference = Markdown.read("docs/reference.md").text();
        Set<String> missing = new TreeSet<>();
        ELT.getSubcommands().forEach((name, command) -> {
            if (!reference.contains("`elt " + name)) {
                missing.add("elt " + name);
            }
            command.getCommandSpec().options().forEach(option -> {
                if (!reference.contains("`" + option.longestName())) {
                    missing.add(name + " " + option.longestName());
                }
            });
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void flagsThatStandAloneAreThoseOfSomeCommand() {
        Set<String> known = ELT.getSubcommands().values().stream()
                .flatMap(command -> flags(command).stream())
                .collect(Collectors.toSet());
        for (String path : List.of("README.md", "docs/tutorial.md", "docs/reference.md")) {
            assertThat(codeOf(Markdown.read(path)).stream()
                            .filter(code -> code.startsWith("-"))
                            .map(code -> code.split(" ")[0]))
                    .as(path)
                    .isSubsetOf(known);
        }
    }

    @Test
    void everyErrorCodeIsInTheReferenceWithItsTitleAndNoOther() {
        String reference = Markdown.read("docs/reference.md").text();
        for (ErrorCode code : ErrorCode.values()) {
            assertThat(reference).contains("| `" + code.text() + "` | " + code.title() + " |");
        }
        Set<String> known =
                Arrays.stream(ErrorCode.values()).map(ErrorCode::text).collect(Collectors.toSet());
        for (Markdown page : withTargets()) {
            assertThat(known)
                    .as("codes of %s", page.file())
                    .containsAll(ERROR_CODE
                            .matcher(page.text())
                            .results()
                            .map(found -> found.group())
                            .toList());
        }
    }

    @Test
    void projectsThatAreShownCanBeRead() throws Exception {
        int read = 0;
        for (Markdown page : Markdown.pages()) {
            for (Markdown.Block block : page.blocks()) {
                boolean isCases = block.is("yaml cases")
                        || block.file()
                                .filter(file -> file.startsWith("tests/"))
                                .isPresent();
                if (!block.info().startsWith("yaml") || isCases) {
                    continue;
                }
                Files.writeString(folder.resolve("elt.yaml"), block.content());
                Project project = new ProjectReader(new Redactor()).read(folder, Overrides.none());
                assertThat(project.name()).isNotBlank();
                read++;
            }
        }
        assertThat(read).isGreaterThanOrEqualTo(2);
    }

    @Test
    void thePictureIsOne() throws Exception {
        String picture = Files.readString(Markdown.ROOT.resolve("docs/demo.svg"));

        assertThat(Markdown.read("README.md").links()).contains("docs/demo.svg");
        assertThat(picture).startsWith("<svg").contains("./elt demo", "district", "quarantine");
    }

    private static List<Markdown> withTargets() {
        List<Markdown> pages = new ArrayList<>(Markdown.pages());
        pages.addAll(Markdown.targets());
        return pages;
    }

    private static List<String> codeOf(Markdown page) {
        List<String> code = new ArrayList<>();
        page.blocks().stream()
                .filter(block -> block.info().startsWith("console"))
                .flatMap(block -> Transcript.of(block.content()).steps().stream())
                .forEach(step -> code.add(step.command()));
        String prose = page.text().replaceAll("(?s)```.*?```", "");
        CODE.matcher(prose).results().forEach(found -> code.add(found.group(1)));
        return code;
    }

    private static Set<String> flags(CommandLine command) {
        return command.getCommandSpec().options().stream()
                .flatMap(option -> Arrays.stream(option.names()))
                .collect(Collectors.toSet());
    }
}
