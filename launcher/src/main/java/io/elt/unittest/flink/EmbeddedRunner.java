package io.elt.unittest.flink;

import io.elt.plan.TableName;
import io.elt.unittest.CaseRunner;
import io.elt.unittest.CaseTables;
import io.elt.unittest.Event;
import io.elt.unittest.Outcome;
import io.elt.unittest.Schedule;
import io.elt.unittest.Schedule.Step;
import io.elt.unittest.TestCase;
import io.elt.unittest.TestTable;
import io.elt.unittest.TestedProject;
import io.elt.unittest.TypedCase;
import io.elt.unittest.Written;
import org.apache.flink.table.data.RowData;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs cases on Flink in this process: one cluster for all, one plan for each file. */
public final class EmbeddedRunner implements CaseRunner, AutoCloseable {
    private final TestCluster cluster;
    private final JobPlans plans;

    private EmbeddedRunner(TestCluster cluster, JobPlans plans) {
        this.cluster = cluster;
        this.plans = plans;
    }

    /**
     * @param jobs how many runs may go on at the same time
     */
    public static EmbeddedRunner start(TestedProject project, int jobs) {
        return new EmbeddedRunner(TestCluster.start(jobs), new JobPlans(project));
    }

    /** The same cluster for another project; it ends with this one. */
    public EmbeddedRunner forProject(TestedProject other) {
        return new EmbeddedRunner(cluster, new JobPlans(other));
    }

    /**
     * What the files of a case read and write.
     *
     * @throws io.elt.diagnostic.EltException if a file does not exist or cannot be planned
     */
    public CaseTables tables(TestCase test) {
        List<PlannedJob> jobs = plans.of(test, Schedule.Mode.STREAMING);
        Map<TableName, TestTable> inputs = new TreeMap<>();
        Map<TableName, TestTable> outputs = new TreeMap<>();
        jobs.forEach(job -> inputs.putAll(job.inputs()));
        jobs.forEach(job -> job.outputs().forEach((name, written) -> outputs.put(name, written.table())));
        inputs.keySet().removeAll(outputs.keySet());
        return new CaseTables(inputs, outputs);
    }

    @Override
    public Outcome run(TypedCase test, Schedule schedule) {
        List<Step> steps = new ArrayList<>(schedule.steps());
        Map<TableName, Written> written = new HashMap<>();
        List<PlannedJob> jobs = plans.of(test.written(), schedule.mode());
        for (PlannedJob job : jobs) {
            Run run = new Run(job.readers());
            lookups(job).forEach(run::addLookup);
            Throwable failure = conduct(job, run, new Schedule(schedule.mode(), of(job, steps)));
            if (failure != null) {
                return new Outcome.Failed(failure);
            }
            for (WrittenTable table : job.outputs().values()) {
                TableName name = table.table().name();
                List<RowData> changes = run.written(name);
                try {
                    written.put(name, new Written(changes, table.rows(changes)));
                } catch (RuntimeException e) {
                    return new Outcome.Failed(e);
                }
                jobs.stream()
                        .filter(later -> later != job && later.inputs().containsKey(name))
                        .findFirst()
                        .ifPresent(later -> table.delivered(
                                        changes, later.inputs().get(name).delivery())
                                .forEach(change -> steps.add(new Step.Emit(new Event.Change(
                                        name, change, test.written().span())))));
            }
        }
        return new Outcome.Finished(written);
    }

    @Override
    public void close() {
        cluster.close();
    }

    private Throwable conduct(PlannedJob job, Run run, Schedule schedule) {
        try {
            return new Conductor(cluster, job, run).conduct(schedule);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e;
        }
    }

    /** What of a schedule is for the inputs of one job. */
    private static List<Step> of(PlannedJob job, List<Step> steps) {
        return steps.stream()
                .filter(step -> !(step instanceof Step.Emit emit)
                        || job.inputs().containsKey(emit.event().table()))
                .toList();
    }

    private static Map<TableName, LookupRows> lookups(PlannedJob job) {
        Map<TableName, LookupRows> lookups = new HashMap<>();
        job.inputs()
                .forEach((name, table) -> lookups.put(
                        name,
                        new LookupRows(table.keyPositions().stream()
                                .mapToInt(Integer::intValue)
                                .toArray())));
        return lookups;
    }
}
