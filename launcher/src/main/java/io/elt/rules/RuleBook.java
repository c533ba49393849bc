package io.elt.rules;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.Redactor;
import io.elt.diagnostic.Severity;
import io.elt.project.RuleLevel;
import io.elt.rules.declared.MissingComment;
import io.elt.rules.declared.PasswordInFile;
import io.elt.rules.declared.UnusedDeclaration;
import io.elt.rules.serving.ServingMismatch;
import io.elt.rules.serving.SwappedColumns;
import io.elt.rules.serving.TooManyVersions;
import io.elt.rules.source.IgnoredParseErrors;
import io.elt.rules.source.SkippedHistory;
import io.elt.rules.stream.KeyMismatch;
import io.elt.rules.stream.LookupWithoutCache;
import io.elt.rules.stream.MissingWatermark;
import io.elt.rules.stream.NonDeterministicUpdate;
import io.elt.rules.stream.RepeatedUpsert;
import io.elt.rules.stream.UnboundedState;
import io.elt.rules.stream.UnwantedRetraction;
import io.elt.rules.table.LayerOrder;
import io.elt.rules.table.ShortRetention;
import io.elt.rules.table.TwoWriters;
import io.elt.rules.time.ChangingTimeZone;
import io.elt.rules.time.TimestampMix;

import java.util.ArrayList;
import java.util.List;

/** All rules, and what is left of their findings when the project has said how much each matters. */
public final class RuleBook {
    private static final List<Rule> RULES = List.of(
            new TwoWriters(),
            new LayerOrder(),
            new KeyMismatch(),
            new UnwantedRetraction(),
            new RepeatedUpsert(),
            new NonDeterministicUpdate(),
            new UnboundedState(),
            new LookupWithoutCache(),
            new MissingWatermark(),
            new ChangingTimeZone(),
            new TimestampMix(),
            new IgnoredParseErrors(),
            new ShortRetention(),
            new ServingMismatch(),
            new TooManyVersions(),
            new PasswordInFile(),
            new UnusedDeclaration(),
            new MissingComment(),
            new SwappedColumns(),
            new SkippedHistory());

    private RuleBook() {}

    /** In the order of their codes. */
    public static List<Rule> rules() {
        return with(new Allowances(List.of()));
    }

    /**
     * What the rules find, with the project's severities and without what its files allow.
     *
     * @param redactor learns the secrets that are found
     */
    public static List<Diagnostic> check(CheckedProject project, Redactor redactor) {
        Allowances allowances = new Allowances(project.allRendered());
        List<Diagnostic> found = new ArrayList<>();
        for (Rule rule : with(allowances)) {
            RuleLevel level = project.project().check().levels().getOrDefault(rule.name(), rule.level());
            if (level == RuleLevel.OFF) {
                continue;
            }
            List<Finding> findings = rule.check(project);
            findings.forEach(finding -> finding.secret().ifPresent(redactor::learn));
            findings.stream()
                    .filter(finding -> !allowances.allow(rule, finding))
                    .map(finding -> finding.diagnostic(rule.code(), severity(level)))
                    .forEach(found::add);
        }
        return found;
    }

    private static List<Rule> with(Allowances allowances) {
        List<Rule> rules = new ArrayList<>(RULES);
        rules.add(new UnusedAllowance(allowances));
        return rules;
    }

    private static Severity severity(RuleLevel level) {
        return level == RuleLevel.ERROR ? Severity.ERROR : Severity.WARNING;
    }
}
