package io.elt.cli.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.elt.cli.output.TerminalText;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.ProblemPage;
import io.elt.project.RuleLevel;
import io.elt.rules.Rule;
import io.elt.rules.RuleBook;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A code as a rule of SARIF: its page is the help that a viewer shows. */
final class SarifRule {
    private static final int WIDTH = 100;

    private SarifRule() {}

    static void describe(ErrorCode code, ObjectNode rule) {
        rule.put("id", code.text());
        rule.put("name", name(code));
        rule.putObject("shortDescription").put("text", code.title());
        ProblemPage.of(code).ifPresent(page -> {
            rule.putObject("fullDescription").put("text", page.meaning());
            rule.putObject("help")
                    .put("text", TerminalText.of(page.markdown(), WIDTH, TerminalText.Headings.PLAIN))
                    .put("markdown", page.markdown());
        });
        describe(level(code), rule.putObject("defaultConfiguration"));
    }

    private static void describe(RuleLevel level, ObjectNode configuration) {
        if (level == RuleLevel.OFF) {
            configuration.put("enabled", false);
        }
        configuration.put("level", level == RuleLevel.ERROR ? "error" : "warning");
    }

    /** What it is worth in a project that does not say otherwise. */
    private static RuleLevel level(ErrorCode code) {
        RuleLevel usual = code.rule().isPresent() ? RuleLevel.WARNING : RuleLevel.ERROR;
        return RuleBook.rules().stream()
                .filter(rule -> rule.code() == code)
                .map(Rule::level)
                .findFirst()
                .orElse(usual);
    }

    /** As SARIF wants it: {@code TableNotFound}. */
    private static String name(ErrorCode code) {
        return Arrays.stream(code.name().toLowerCase(Locale.ROOT).split("_"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}
