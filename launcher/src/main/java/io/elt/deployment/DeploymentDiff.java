package io.elt.deployment;

import io.elt.plan.operator.JobOperators;
import io.elt.plan.operator.Operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What differs between two entries of a job: statements, settings, versions and plan. */
public final class DeploymentDiff {
    private static final int AROUND = 3;

    private DeploymentDiff() {}

    /**
     * @param part statements, settings, versions or plan
     * @param change {@code -} for a line of the older entry, {@code +} for one of the newer, a blank for one of both
     */
    public record Line(String part, String change, String text) {}

    /** Only parts that differ, and of them only what is near a change. */
    public static List<Line> of(Deployment before, Deployment after) {
        List<Line> lines = new ArrayList<>();
        Program old = before.program();
        Program now = after.program();
        add("statements", statements(old), statements(now), lines);
        add("settings", entries(old.settings()), entries(now.settings()), lines);
        add(
                "versions",
                entries(before.author().versions()),
                entries(after.author().versions()),
                lines);
        if (old.operators().isPresent() && now.operators().isPresent()) {
            add("plan", plan(old.operators()), plan(now.operators()), lines);
        }
        return lines;
    }

    private static void add(String part, List<String> before, List<String> after, List<Line> lines) {
        TextDiff.shortened(TextDiff.of(before, after), AROUND)
                .forEach(line -> lines.add(new Line(part, String.valueOf(line.change()), line.text())));
    }

    private static List<String> statements(Program program) {
        return program.statements().stream()
                .flatMap(statement -> Stream.concat((statement + ";").lines(), Stream.of("")))
                .toList();
    }

    private static List<String> entries(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .toList();
    }

    private static List<String> plan(Optional<JobOperators> operators) {
        return operators.stream()
                .flatMap(job -> job.operators().stream())
                .map(DeploymentDiff::text)
                .toList();
    }

    private static String text(Operator operator) {
        String inputs = operator.inputs().isEmpty() ? "" : " <- " + operator.inputs();
        String work = operator.meaning().work();
        return operator.id() + " " + operator.type().text() + ": " + operator.description()
                + (work.isEmpty() ? "" : ": " + work) + inputs;
    }
}
