package io.elt.rules.stream;

import io.elt.diagnostic.ErrorCode;
import io.elt.plan.TableName;
import io.elt.plan.operator.ChangelogKind;
import io.elt.plan.operator.Operator;
import io.elt.plan.operator.Retention;
import io.elt.plan.operator.State;
import io.elt.rules.CheckedProject;
import io.elt.rules.Finding;
import io.elt.rules.JobFlow;
import io.elt.rules.Rule;
import io.elt.rules.text.FileText;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * State of what only grows. State over a table with a primary key grows with the table, and state by a key such as a district with
 * the districts: neither is told. Told is what must grow: rows of events that a join keeps, keys that are ever new because they
 * hold a time or are there to find repeated events.
 */
public final class UnboundedState implements Rule {
    private static final Set<String> TIMES = Set.of("DATE", "TIMESTAMP", "TIMESTAMP_LTZ");
    private static final String FIRST = "that there was a row";

    @Override
    public ErrorCode code() {
        return ErrorCode.UNBOUNDED_STATE;
    }

    @Override
    public List<Finding> check(CheckedProject project) {
        List<Finding> findings = new ArrayList<>();
        for (JobFlow flow : project.flows()) {
            for (Operator operator : flow.operators().stateful()) {
                switch (operator.type()) {
                    case JOIN -> join(flow, operator, findings);
                    case DEDUPLICATE, RANK -> ranked(flow, operator).ifPresent(findings::add);
                    case GROUP_AGGREGATE, GLOBAL_GROUP_AGGREGATE, INCREMENTAL_GROUP_AGGREGATE, OVER_AGGREGATE ->
                        aggregate(flow, operator).ifPresent(findings::add);
                    case MATCH ->
                        forEver(operator)
                                .flatMap(state -> endless(flow, operator)
                                        .map(scan -> finding(
                                                flow, operator, state, scan, "rows of patterns that are begun")))
                                .ifPresent(findings::add);
                    default -> {}
                }
            }
        }
        return findings;
    }

    private static void join(JobFlow flow, Operator join, List<Finding> findings) {
        if (IntervalConditions.missingWatermark(flow, join).isPresent()) {
            return;
        }
        List<Operator> sides = flow.operators().inputsOf(join);
        for (int i = 0; i < sides.size(); i++) {
            State state = join.state().get(i);
            Operator side = sides.get(i);
            if (state.retention() == Retention.FOR_EVER && side.changelog() == ChangelogKind.APPEND) {
                endless(flow, side)
                        .map(scan -> finding(flow, join, state, scan, "every row"))
                        .ifPresent(findings::add);
            }
        }
    }

    /** To keep the first row of a key is how repeated events are dropped: their keys are ever new. */
    private static Optional<Finding> ranked(JobFlow flow, Operator operator) {
        return forEver(operator)
                .filter(state -> state.holds().equals(FIRST) || hasTime(flow, operator, state))
                .flatMap(state -> endlessInput(flow, operator)
                        .map(scan -> finding(flow, operator, state, scan, "a row for each key that was ever seen")));
    }

    private static Optional<Finding> aggregate(JobFlow flow, Operator operator) {
        boolean distinctRows = operator.description().startsWith("distinct rows");
        return forEver(operator)
                .filter(state -> distinctRows || hasTime(flow, operator, state))
                .flatMap(state -> endlessInput(flow, operator)
                        .map(scan -> finding(flow, operator, state, scan, "a group for each key that was ever seen")));
    }

    private static Optional<State> forEver(Operator operator) {
        return operator.state().stream()
                .filter(state -> state.retention() == Retention.FOR_EVER)
                .findFirst();
    }

    private static boolean hasTime(JobFlow flow, Operator operator, State state) {
        return flow.operators().inputsOf(operator).stream()
                .flatMap(input -> input.columns().stream())
                .anyMatch(column -> state.key().contains(column.name())
                        && (JobFlow.isOfType(column.type(), TIMES) || isFormattedTime(flow, column.name())));
    }

    /** A day is as often a text: {@code DATE_FORMAT(...) AS day}. */
    private static boolean isFormattedTime(JobFlow flow, String column) {
        return flow.files().stream()
                .flatMap(file -> file.lines().stream())
                .map(FileText.Line::text)
                .anyMatch(text -> IntStream.range(0, text.size())
                        .filter(i -> text.is(i, "DATE_FORMAT", "("))
                        .map(i -> text.behindBrackets(i + 1))
                        .filter(behind -> text.is(behind, "AS"))
                        .anyMatch(behind -> text.name(behind + 1)
                                .filter(name -> name.parts().equals(List.of(column)))
                                .isPresent()));
    }

    private static Optional<Operator> endlessInput(JobFlow flow, Operator operator) {
        return flow.operators().inputsOf(operator).stream()
                .filter(input -> input.changelog() == ChangelogKind.APPEND)
                .flatMap(input -> endless(flow, input).stream())
                .findFirst();
    }

    /** A scan of what only grows, behind which nothing has forgotten yet: what time ends does not come again, but is not kept either. */
    private static Optional<Operator> endless(JobFlow flow, Operator input) {
        return flow.scans(input).stream()
                .filter(scan -> scan.changelog() == ChangelogKind.APPEND && flow.isEndless(scan))
                .findFirst();
    }

    private static Finding finding(JobFlow flow, Operator operator, State state, Operator scan, String what) {
        TableName table = scan.table().orElseThrow();
        String name = flow.lakeTable(table).isPresent() ? table.toString() : table.table();
        String key = state.key().isEmpty() ? "" : ", by " + String.join(", ", state.key());
        return Finding.at(
                        flow.mention(table, operator),
                        operator.type().text() + " keeps " + what + " of " + name + " for ever" + key
                                + ": checkpoints grow until they fail")
                .withDetail(operator.description() + "; it holds: " + state.holds())
                .withHint(hint(operator));
    }

    private static String hint(Operator operator) {
        String life = "say how long it is of use: SET 'table.exec.state.ttl' = '7 d'";
        return switch (operator.type()) {
            case JOIN -> life + ", or for this join /*+ STATE_TTL(...) */; or make it an interval or a lookup join";
            case MATCH -> "end the pattern: WITHIN INTERVAL '1' HOUR";
            case DEDUPLICATE, RANK, OVER_AGGREGATE -> life;
            default -> life + ", or for this step /*+ STATE_TTL(...) */; or sum up by window";
        };
    }
}
