/**
 * Where each column that an INSERT writes comes from. It is read from the validated query, with its views expanded and before
 * the optimiser: there a column still has the name that its author gave it and stands where the author put it, while the
 * optimiser merges, reorders and drops columns, and what it found to be without effect for the result would be missing. The
 * records know nothing of Flink; only {@link io.elt.plan.column.FlowReader} and its helpers do.
 */
package io.elt.plan.column;
