package io.elt.cli.run;

import io.elt.cli.plan.PlanView;
import io.elt.cli.plan.PlannedJob;
import io.elt.diagnostic.EltException;
import io.elt.plan.Checked;
import io.elt.plan.Job;
import io.elt.plan.operator.Edge;
import io.elt.plan.operator.JobOperators;
import io.elt.project.Overrides;
import io.elt.selector.Selection;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code elt plan}: the jobs and what the optimiser makes of them. */
public final class ShowPlan {
    private final ProjectLoading loading;

    public ShowPlan(ProjectLoading loading) {
        this.loading = loading;
    }

    /**
     * @throws io.elt.diagnostic.EltException with all problems of all files, or of the selection
     */
    public PlanView show(Path folder, Overrides overrides, Selection selection) {
        LoadedProject loaded = loading.load(loading.read(folder, overrides, Ports.DEFAULT));
        Checked checked = Planning.check(loaded);
        if (!checked.problems().isEmpty()) {
            throw new EltException(checked.problems(), null);
        }
        Set<Job> wanted = ListedGraph.of(loaded, checked.plan()).jobs(selection);
        Map<String, JobOperators> operators =
                checked.operators().stream().collect(Collectors.toMap(JobOperators::job, Function.identity()));
        List<PlannedJob> jobs = checked.plan().jobs().stream()
                .filter(wanted::contains)
                .map(job -> new PlannedJob(job, operators.get(job.name())))
                .toList();
        Set<String> names = jobs.stream().map(PlannedJob::name).collect(Collectors.toSet());
        List<Edge> edges = Edge.between(checked.operators()).stream()
                .filter(edge -> names.contains(edge.from()) || names.contains(edge.to()))
                .toList();
        return new PlanView(jobs, edges);
    }
}
