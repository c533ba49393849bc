package io.elt.cli.plan;

import io.elt.plan.TableName;
import io.elt.plan.operator.Edge;
import io.elt.plan.operator.JobOperators;
import io.elt.plan.operator.Retention;

import java.util.List;
import java.util.stream.Stream;

/**
 * The part of a plan that is shown.
 *
 * @param jobs those that were selected, in the order of the data
 * @param edges those that touch a selected job
 */
public record PlanView(List<PlannedJob> jobs, List<Edge> edges) {
    public PlanView {
        jobs = List.copyOf(jobs);
        edges = List.copyOf(edges);
    }

    List<String> writersFor(PlannedJob reader, TableName table) {
        return edges.stream()
                .filter(edge -> edge.to().equals(reader.name()) && edge.table().equals(table))
                .map(Edge::from)
                .toList();
    }

    List<String> readersOf(PlannedJob writer, TableName table) {
        return edges.stream()
                .filter(edge ->
                        edge.from().equals(writer.name()) && edge.table().equals(table))
                .map(Edge::to)
                .toList();
    }

    /** How many states there are. */
    public long states() {
        return retentions().count();
    }

    /** How many of them nothing ends. */
    public long statesForEver() {
        return retentions().filter(Retention.FOR_EVER::equals).count();
    }

    private Stream<Retention> retentions() {
        return jobs.stream()
                .map(PlannedJob::operators)
                .map(JobOperators::stateful)
                .flatMap(List::stream)
                .flatMap(operator -> operator.state().stream())
                .map(state -> state.retention());
    }
}
