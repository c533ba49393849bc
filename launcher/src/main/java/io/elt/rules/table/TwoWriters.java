package io.elt.rules.table;

import io.elt.diagnostic.ErrorCode;
import io.elt.plan.TableName;
import io.elt.project.RuleLevel;
import io.elt.rules.CheckedProject;
import io.elt.rules.Finding;
import io.elt.rules.Rule;
import io.elt.rules.text.OptionText;
import io.elt.rules.text.ProjectText.Write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each writer of a lake table compacts it on its own idea of which files there are. */
public final class TwoWriters implements Rule {
    private static final String WRITE_ONLY = "write-only";

    @Override
    public ErrorCode code() {
        return ErrorCode.TWO_WRITERS;
    }

    @Override
    public RuleLevel level() {
        return RuleLevel.ERROR;
    }

    @Override
    public List<Finding> check(CheckedProject project) {
        Map<TableName, List<Write>> byTable = new LinkedHashMap<>();
        project.plannedWrites().stream()
                .filter(write -> project.plan().tables().containsKey(write.table()))
                .filter(write -> !isWriteOnly(project, write.table()))
                .forEach(write -> byTable.computeIfAbsent(write.table(), table -> new ArrayList<>())
                        .add(write));
        List<Finding> findings = new ArrayList<>();
        byTable.values().forEach(writes -> {
            for (int i = 1; i < writes.size(); i++) {
                Write later = writes.get(i);
                writes.subList(0, i).stream()
                        .filter(earlier -> !areApart(earlier, later))
                        .findFirst()
                        .ifPresent(earlier -> findings.add(finding(earlier, later)));
            }
        });
        return findings;
    }

    /** A table whose compaction is a job of its own takes any number of writers. */
    private static boolean isWriteOnly(CheckedProject project, TableName table) {
        return project.text()
                .definition(table)
                .flatMap(text -> text.option(WRITE_ONLY))
                .map(OptionText::value)
                .filter(Boolean::parseBoolean)
                .isPresent();
    }

    /** Partitions have files of their own. */
    private static boolean areApart(Write one, Write other) {
        return one.text().partition().entrySet().stream()
                .anyMatch(entry -> Optional.ofNullable(other.text().partition().get(entry.getKey()))
                        .filter(value -> !value.equals(entry.getValue()))
                        .isPresent());
    }

    private static Finding finding(Write earlier, Write later) {
        boolean sameJob = earlier.file().job().equals(later.file().job());
        String who = sameJob ? "two INSERTs of this job write " : "two jobs write ";
        String hint = sameJob
                ? "write it with one INSERT, whose query is a UNION ALL of both"
                : "let one job write it, with a UNION ALL of both queries";
        return Finding.at(
                        later.text().targetOrigin(),
                        who + later.table() + ": this INSERT and the one at "
                                + earlier.text().targetOrigin().span())
                .withDetail(
                        "each merges the table's files by itself; when both have merged the same ones, one fails and starts over,"
                                + "\nagain and again")
                .withHint(hint + ", or give each INSERT a PARTITION of its own");
    }
}
