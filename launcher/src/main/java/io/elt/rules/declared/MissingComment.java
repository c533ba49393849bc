package io.elt.rules.declared;

import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.Origin;
import io.elt.project.RuleLevel;
import io.elt.rules.CheckedProject;
import io.elt.rules.Finding;
import io.elt.rules.Rule;
import io.elt.rules.text.ColumnText;
import io.elt.rules.text.ProjectText;
import io.elt.rules.text.TableText;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Off until a project asks for it: not every team wants a word about each column. */
public final class MissingComment implements Rule {
    @Override
    public ErrorCode code() {
        return ErrorCode.MISSING_COMMENT;
    }

    @Override
    public RuleLevel level() {
        return RuleLevel.OFF;
    }

    @Override
    public List<Finding> check(CheckedProject project) {
        Stream<TableText> lake = project.text().definitions().stream()
                .map(ProjectText.Definition::text)
                .filter(table -> !table.temporary());
        Stream<TableText> served =
                project.text().serving().stream().flatMap(statement -> TableText.of(statement).stream());
        List<Finding> findings = new ArrayList<>();
        Set<Origin> seen = new HashSet<>();
        Stream.concat(lake, served)
                .filter(table -> seen.add(table.nameOrigin()))
                .forEach(table -> {
                    String name = String.join(".", table.name());
                    if (!table.commented()) {
                        findings.add(finding(table.nameOrigin(), "table " + name));
                    }
                    table.columns().stream()
                            .filter(column -> !column.commented())
                            .map(column -> finding(column, name))
                            .forEach(findings::add);
                });
        return findings;
    }

    private static Finding finding(ColumnText column, String table) {
        return finding(column.origin(), "column " + column.name() + " of " + table);
    }

    private static Finding finding(Origin origin, String what) {
        return Finding.at(origin, what + " has no comment: who reads it has to guess what it means")
                .withHint("add COMMENT '...'; the unit, what NULL means and where it comes from are worth a word");
    }
}
