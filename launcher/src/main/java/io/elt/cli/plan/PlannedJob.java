package io.elt.cli.plan;

import io.elt.plan.ExternalInput;
import io.elt.plan.Job;
import io.elt.plan.TableName;
import io.elt.plan.operator.JobOperators;
import io.elt.plan.operator.Lookup;

import java.util.Comparator;
import java.util.List;

/** A job with what the optimiser made of it. */
public record PlannedJob(Job job, JobOperators operators) {
    public String name() {
        return job.name();
    }

    List<ExternalInput> inputs() {
        return job.inputs().stream()
                .sorted(Comparator.comparing(ExternalInput::name))
                .toList();
    }

    /** How an input is taken in; the planner knows it as a temporary table of that name. */
    String reading(ExternalInput input) {
        return operators.readTables().stream()
                .filter(table ->
                        table.table().equals(input.name()) && !job.reads().contains(table))
                .findFirst()
                .map(table -> operators.reading(table).text())
                .orElse("not read");
    }

    String reading(TableName table) {
        // What the optimiser found to be without effect is not read at all.
        return operators.readTables().contains(table) ? operators.reading(table).text() : "not read";
    }

    List<Lookup> lookups(TableName table) {
        return operators.operators().stream()
                .flatMap(operator -> operator.lookups().stream())
                .filter(lookup -> lookup.table().equals(table))
                .distinct()
                .toList();
    }

    String written(TableName table) {
        return operators.written(table).map(kind -> kind.text()).orElse("nothing");
    }
}
