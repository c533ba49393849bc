package io.elt.rules;

import io.elt.render.RenderedSql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What files allow of the rules' findings, and what of that was needed. */
final class Allowances {
    private record Needed(String file, String rule) {}

    /** A rule that a file allows. */
    record Allowance(RenderedSql file, String rule) {}

    private final List<Allowance> given = new ArrayList<>();
    private final Set<Needed> needed = new HashSet<>();

    Allowances(Collection<RenderedSql> files) {
        files.forEach(file -> file.config().allow().forEach(rule -> given.add(new Allowance(file, rule))));
    }

    boolean allow(Rule rule, Finding finding) {
        boolean allowed = given.stream()
                .anyMatch(allowance -> allowance.rule().equals(rule.name())
                        && allowance.file().file().path().equals(finding.file()));
        if (allowed) {
            needed.add(new Needed(finding.file(), rule.name()));
        }
        return allowed;
    }

    List<Allowance> unused() {
        return given.stream()
                .filter(allowance ->
                        !needed.contains(new Needed(allowance.file().file().path(), allowance.rule())))
                .toList();
    }
}
