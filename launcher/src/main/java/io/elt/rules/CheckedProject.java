package io.elt.rules;

import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.SourceSpan;
import io.elt.plan.Plan;
import io.elt.plan.TableName;
import io.elt.plan.operator.JobOperators;
import io.elt.project.Project;
import io.elt.render.RenderedSql;
import io.elt.rules.text.FileText;
import io.elt.rules.text.InsertText;
import io.elt.rules.text.StatementText;
import io.elt.rules.text.TableText;
import io.elt.script.Dialect;
import io.elt.script.Statement;
import io.elt.serving.ServingScript;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What rules look at: the project as it is written and as far as it could be planned.
 *
 * @param rendered the files below {@code sql/} that could be rendered
 * @param files those of them that could be split
 * @param flinkSettings what the target gives to its jobs
 * @param operators the data flow of each job that could be planned whole
 * @param problems what is already known to be wrong
 */
public record CheckedProject(
        Project project,
        List<RenderedSql> rendered,
        List<FileText> files,
        List<StatementText> catalogs,
        ServingScript serving,
        Map<String, String> flinkSettings,
        Plan plan,
        List<JobOperators> operators,
        List<Diagnostic> problems) {
    public CheckedProject {
        rendered = List.copyOf(rendered);
        files = List.copyOf(files);
        catalogs = List.copyOf(catalogs);
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
        List<JobFlow> flows = new ArrayList<>();
        for (JobOperators each : operators) {
            List<FileText> written =
                    files.stream().filter(file -> file.job().equals(each.job())).toList();
            plan.job(each.job()).ifPresent(job -> flows.add(new JobFlow(job, each, written, this)));
        }
        return flows;
    }

    /** A CREATE TABLE and the table that it makes. */
    public record Definition(FileText file, TableText text, TableName name) {}

    /** An INSERT and the table that it fills. */
    public record Write(FileText file, InsertText text, TableName table) {}

    /** Every CREATE TABLE of the warehouse's files, temporary ones too, in the order of the files. */
    public List<Definition> definitions() {
        List<Definition> found = new ArrayList<>();
        for (FileText file : files) {
            for (FileText.Line line : file.lines()) {
                TableText.of(line.text()).ifPresent(table -> line.resolve(table.name())
                        .ifPresent(name -> found.add(new Definition(file, table, name))));
            }
        }
        return found;
    }

    /** The CREATE TABLE of a table that outlives its file; the first, if files repeat it. */
    public Optional<TableText> definition(TableName name) {
        return definitions().stream()
                .filter(each -> !each.text().temporary() && each.name().equals(name))
                .map(Definition::text)
                .findFirst();
    }

    /** The INSERTs that Flink understands, and of which nothing is known to be wrong. */
    public List<Write> plannedWrites() {
        Set<Statement> planned =
                plan.jobs().stream().flatMap(job -> job.statements().stream()).collect(Collectors.toSet());
        return writes().stream()
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

    /** Every INSERT of the warehouse's files. */
    public List<Write> writes() {
        List<Write> found = new ArrayList<>();
        for (FileText file : files) {
            for (FileText.Line line : file.lines()) {
                InsertText.of(line.text()).ifPresent(insert -> line.resolve(insert.target())
                        .ifPresent(name -> found.add(new Write(file, insert, name))));
            }
        }
        return found;
    }

    /** Every statement, of whatever kind of file. */
    public List<StatementText> statements() {
        List<StatementText> all = new ArrayList<>(catalogs);
        files.forEach(file -> file.lines().forEach(line -> all.add(line.text())));
        serving.statements().forEach(statement -> all.add(StatementText.of(statement, Dialect.STARROCKS)));
        return all;
    }

    /** Every rendered file, of whatever kind, as far as it holds a statement. */
    public Set<RenderedSql> allRendered() {
        Set<RenderedSql> all = new LinkedHashSet<>(rendered);
        statements().forEach(text -> all.add(text.statement().rendered()));
        return all;
    }
}
