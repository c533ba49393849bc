package io.elt.rules.stream;

import io.elt.plan.operator.ChangelogKind;
import io.elt.plan.operator.Operator;
import io.elt.plan.operator.OperatorType;
import io.elt.rules.JobFlow;
import io.elt.rules.text.FileText;
import io.elt.rules.text.StatementText;
import io.elt.rules.text.TableText;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Joins that their author wrote as interval joins and that the planner took for regular ones. */
final class IntervalConditions {
    private static final Set<String> TIMES = Set.of("TIMESTAMP", "TIMESTAMP_LTZ");

    private IntervalConditions() {}

    /**
     * The scan whose missing watermark keeps a join from being an interval join; empty if the join is none that was meant so.
     */
    static Optional<Operator> missingWatermark(JobFlow flow, Operator join) {
        List<Operator> sides = flow.operators().inputsOf(join);
        boolean events = join.is(OperatorType.JOIN)
                && sides.size() == 2
                && sides.stream().allMatch(side -> side.changelog() == ChangelogKind.APPEND && hasTime(side));
        if (!events || !hasInterval(flow)) {
            return Optional.empty();
        }
        return sides.stream()
                .flatMap(side -> flow.scans(side).stream())
                .filter(scan -> !hasWatermark(flow, scan))
                .findFirst();
    }

    private static boolean hasTime(Operator side) {
        return side.columns().stream().anyMatch(column -> JobFlow.isOfType(column.type(), TIMES));
    }

    private static boolean hasWatermark(JobFlow flow, Operator scan) {
        return scan.table().stream()
                .flatMap(table -> flow.project().text().definitions().stream()
                        .filter(each -> each.name().equals(table)))
                .map(each -> each.text())
                .anyMatch(TableText::watermark);
    }

    /** Whether a statement with a join compares a time with another one plus or minus an interval. */
    private static boolean hasInterval(JobFlow flow) {
        return flow.files().stream()
                .flatMap(file -> file.lines().stream())
                .map(FileText.Line::text)
                .anyMatch(IntervalConditions::hasInterval);
    }

    private static boolean hasInterval(StatementText text) {
        boolean joins = false;
        for (int i = 1; i < text.size(); i++) {
            joins |= text.is(i, "JOIN");
            boolean shifted = text.is(i, "INTERVAL") && (text.is(i - 1, "+") || text.is(i - 1, "-"));
            if (joins && shifted && TableText.of(text).isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
