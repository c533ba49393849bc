/**
 * What would run: the jobs of a project, the tables they read and write, and in which order. Flink's own planner says so;
 * nothing is declared by hand. A {@link io.elt.plan.Plan} is data: making it touches no cluster and no warehouse, and
 * every later stage consumes the same plan.
 */
package io.elt.plan;
