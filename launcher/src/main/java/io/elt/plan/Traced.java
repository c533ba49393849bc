package io.elt.plan;

import io.elt.plan.column.InsertFlow;

import java.util.List;

/**
 * A plan and where its columns come from.
 *
 * @param flows one for each INSERT
 */
public record Traced(Plan plan, List<InsertFlow> flows) {
    public Traced {
        flows = List.copyOf(flows);
    }
}
