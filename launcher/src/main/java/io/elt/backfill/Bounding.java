package io.elt.backfill;

import io.elt.backfill.BoundedJob.Writing;
import io.elt.diagnostic.Diagnostic;
import io.elt.diagnostic.ErrorCode;
import io.elt.diagnostic.SourceSpan;
import io.elt.plan.ExternalInput;
import io.elt.plan.Job;
import io.elt.plan.TableName;
import io.elt.plan.column.InsertFlow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives jobs an end, or says why they can have none. */
public final class Bounding {
    private final Window window;
    private final Set<TableName> filled;
    private final List<InsertFlow> flows;
    private final History history;

    /**
     * @param filled the tables that the run itself fills: they are read as it has left them, all others as of the window's end
     * @param flows where columns come from; needed if the window has a beginning
     */
    public Bounding(Window window, Set<TableName> filled, List<InsertFlow> flows, History history) {
        this.window = window;
        this.filled = Set.copyOf(filled);
        this.flows = List.copyOf(flows);
        this.history = history;
    }

    /** Why a job cannot be bounded, as far as that can be known before anything runs. */
    public List<Diagnostic> problems(Job job) {
        List<Diagnostic> problems = new ArrayList<>();
        for (ExternalInput input : job.inputs()) {
            if (!input.isBounded()) {
                problems.add(notBounded(
                        job,
                        "it reads " + input + ", which has no history to read again up to a time",
                        "copy it with `elt run`, and run the files behind it as a batch"));
            }
        }
        if (!job.inputs().isEmpty() && !job.reads().isEmpty()) {
            problems.add(notBounded(
                    job,
                    "it reads both from outside (" + job.inputs().get(0) + ") and from the lake ("
                            + job.reads().first() + "), and the two have no common history",
                    "put the source into a table of the lake by a file of its own"));
        }
        for (TableName table : job.reads()) {
            if (history.holds(table) && !filled.contains(table)) {
                history.lack(table, window.to()).ifPresent(problems::add);
                window.from().flatMap(from -> history.lack(table, from)).ifPresent(problems::add);
            }
        }
        Set<TableName> once = new HashSet<>();
        for (InsertFlow flow : flowsOf(job)) {
            if (!once.add(flow.table())) {
                problems.add(notBounded(
                        job,
                        "two of its INSERTs fill " + flow.table()
                                + ", and the second would replace what the first gives",
                        "write one INSERT of both, with UNION ALL"));
            }
        }
        if (window.from().isPresent() && !job.reads().isEmpty()) {
            flowsOf(job).forEach(flow -> reason(flow).ifPresent(why -> problems.add(noPart(job, flow, why))));
        }
        return problems;
    }

    /**
     * @throws io.elt.diagnostic.EltException if the lake's history does not give what the window asks for
     */
    public BoundedJob bound(Job job) {
        if (job.reads().isEmpty()) {
            // A topic with changes can only be read as a stream; with an end this one ends, too.
            return BoundedJob.of(job, Map.of(), Writing.MERGE);
        }
        Map<String, String> settings = new HashMap<>();
        settings.put("execution.runtime-mode", "BATCH");
        for (TableName table : job.reads()) {
            if (history.holds(table)) {
                pin(job, table, settings);
            }
        }
        return BoundedJob.of(job, settings, window.from().isPresent() ? Writing.MERGE : Writing.REPLACE);
    }

    private void pin(Job job, TableName table, Map<String, String> settings) {
        String prefix = "paimon." + table + ".";
        Optional<Long> end =
                filled.contains(table) ? history.latest(table) : Optional.of(history.at(table, window.to()));
        if (end.isEmpty()) {
            return;
        }
        if (window.from().isEmpty()) {
            settings.put(prefix + "scan.snapshot-id", String.valueOf(end.get()));
            return;
        }
        long start = history.at(table, window.from().get());
        if (history.hasDeletes(table, start, end.get())) {
            throw noPart(job, "rows of " + table + " were deleted in that time, and a part does not tell which")
                    .toException();
        }
        settings.put(prefix + "incremental-between", start + "," + end.get());
    }

    /** Why changes of what it reads do not tell all changes of what it writes; empty if each row is made of one row. */
    private Optional<String> reason(InsertFlow flow) {
        if (!flow.rows().byColumn().isEmpty()) {
            var first = flow.rows().byColumn().entrySet().iterator().next();
            return Optional.of(first.getValue().iterator().next().text() + " by " + first.getKey()
                    + " decides which rows there are");
        }
        if (flow.scanned().size() != 1) {
            return Optional.of("its rows are made of " + flow.scanned().size() + " tables");
        }
        return history.holds(flow.table()) && history.hasKey(flow.table())
                ? Optional.empty()
                : Optional.of(flow.table() + " has no key in a lake by which rows could be replaced");
    }

    private List<InsertFlow> flowsOf(Job job) {
        return flows.stream().filter(flow -> flow.job().equals(job.name())).toList();
    }

    private static Diagnostic notBounded(Job job, String why, String hint) {
        return Diagnostic.error(ErrorCode.NOT_BOUNDED, "job " + job.name() + " cannot run as a batch: " + why)
                .at(SourceSpan.ofFile(job.files().get(0)))
                .withHint(hint);
    }

    private static Diagnostic noPart(Job job, InsertFlow flow, String why) {
        return noPart(job, why).at(flow.insert().origin());
    }

    private static Diagnostic noPart(Job job, String why) {
        return Diagnostic.error(
                        ErrorCode.NO_PART_OF_HISTORY,
                        "job " + job.name() + " cannot run from a time on, only whole: " + why)
                .withHint("leave --from out: the tables are then made anew as of --to");
    }
}
