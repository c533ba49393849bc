package io.elt.rules;

import io.elt.cli.run.CheckProject;
import io.elt.cli.run.ProjectLoading;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.DiagnosticPrinter;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Redactor;
import io.elt.golden.GoldenCase;
import io.elt.project.FolderLines;
import io.elt.project.Overrides;
import io.elt.selector.Selection;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each rule has cases that it must find, and near misses at which it must be silent: folders {@code fires-*} and
 * {@code silent-*}. A case is laid over the project {@code golden/check-base}; its argument is the target.
 */
class RuleGoldenTest {
    private static final Path CASES = Path.of("src/test/resources/golden/check");
    private static final Path BASE = Path.of("src/test/resources/golden/check-base");
    private static final Path BANK = Path.of("").toAbsolutePath().getParent();

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicContainer> cases() {
        return RuleBook.rules().stream()
                .map(rule -> DynamicContainer.dynamicContainer(
                        rule.name(), GoldenCase.tests("check/" + rule.name(), golden -> run(rule, golden))));
    }

    @Test
    void everyRuleHasBothKindsOfCasesAndNoFolderIsWithoutARule() {
        List<String> names = RuleBook.rules().stream().map(Rule::name).toList();

        assertThat(namesIn(CASES)).containsExactlyInAnyOrderElementsOf(names);
        assertThat(names).allSatisfy(name -> assertThat(namesIn(CASES.resolve(name)))
                .anyMatch(found -> found.startsWith("fires-"))
                .anyMatch(found -> found.startsWith("silent-"))
                .allMatch(found -> found.startsWith("fires-") || found.startsWith("silent-")));
    }

    @Test
    void everyCodeOfARuleIsThatOfOneRule() {
        assertThat(RuleBook.rules()).extracting(Rule::code).containsExactlyElementsOf(ErrorCode.rules());
    }

    @Test
    void theBankIsWithoutFault() {
        assertThat(check(BANK, Overrides.none())).isEmpty();
    }

    private String run(Rule rule, GoldenCase golden) {
        Path project = folder.resolve(rule.name() + "-" + golden.folder().getFileName());
        copy(BASE, project);
        copy(golden.project(), project);
        Overrides overrides =
                golden.arguments().stream().reduce(Overrides.none(), Overrides::withTarget, (first, second) -> second);
        String told = check(project, overrides);
        if (golden.folder().getFileName().toString().startsWith("silent-")) {
            assertThat(told).isEmpty();
        } else {
            assertThat(told).contains("[" + rule.code().text() + "]");
        }
        return told;
    }

    private static String check(Path project, Overrides overrides) {
        Redactor redactor = new Redactor();
        ProjectLoading loading = new ProjectLoading(Map.of("CORE_DB_PASSWORD", "correct-horse"), redactor);
        List<Diagnostic> problems = new CheckProject(loading)
                .check(project, overrides, new Selection(List.of(), List.of()))
                .problems();
        return DiagnosticPrinter.plain(new FolderLines(project), redactor).print(problems);
    }

    private static List<String> namesIn(Path parent) {
        try (Stream<Path> files = Files.list(parent)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
