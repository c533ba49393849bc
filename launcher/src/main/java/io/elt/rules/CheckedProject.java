package io.elt.rules;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.SourceSpan;
import io.elt.plan.Plan;
import io.elt.plan.operator.JobOperators;
import io.elt.project.Project;
import io.elt.render.RenderedSql;
import io.elt.rules.text.ProjectText;
import io.elt.rules.text.ProjectText.Write;
import io.elt.script.Statement;
import io.elt.serving.ServingScript;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What rules look at: the project as it is written and as far as it could be planned.
 *
 * @param rendered the files below {@code sql/} that could be rendered
 * @param text all statements, as they are written
 * @param flinkSettings what the target gives to its jobs
 * @param operators the data flow of each job that could be planned whole
 * @param problems what is already known to be wrong
 */
public record CheckedProject(
        Project project,
        List<RenderedSql> rendered,
        ProjectText text,
        ServingScript serving,
        Map<String, String> flinkSettings,
        Plan plan,
        List<JobOperators> operators,
        List<Diagnostic> problems) {
    public CheckedProject {
        rendered = List.copyOf(rendered);
        flinkSettings = Map.copyOf(flinkSettings);
        operators = List.copyOf(operators);
        problems = List.copyOf(problems);
    }

    /** Whether all of it could be rendered and planned. */
    public boolean isSound() {
        return problems.isEmpty();
    }

    /** The jobs that could be planned whole. */
    public List<JobFlow> flows() {
        return operators.stream()
                .flatMap(each -> plan.job(each.job()).stream()
                        .map(job -> new JobFlow(job, each, text.filesOf(each.job()), this)))
                .toList();
    }

    /** The INSERTs that Flink understands, and of which nothing is known to be wrong. */
    public List<Write> plannedWrites() {
        Set<Statement> planned = Collections.newSetFromMap(new IdentityHashMap<>());
        plan.jobs().forEach(job -> planned.addAll(job.statements()));
        return text.writes().stream()
                .filter(write -> planned.contains(write.text().statement()))
                .filter(write -> problems.stream()
                        .flatMap(problem -> problem.span().stream())
                        .noneMatch(place ->
                                isWithin(place, write.text().statement().span())))
                .toList();
    }

    private static boolean isWithin(SourceSpan place, SourceSpan whole) {
        return place.file().equals(whole.file()) && place.line() >= whole.line() && place.line() <= whole.endLine();
    }

    /** Every rendered file, of whatever kind, as far as it holds a statement. */
    public Set<RenderedSql> allRendered() {
        Set<RenderedSql> all = new LinkedHashSet<>(rendered);
        text.statements().forEach(statement -> all.add(statement.statement().rendered()));
        return all;
    }
}
