/**
 * What Flink's optimiser makes of the queries, as plain data: the operators of each job with what they keep, for how long,
 * and which changes they pass on. It exists because what a streaming query costs and where it goes wrong is decided there,
 * and neither the SQL nor the graph of tables shows it. The records know nothing of Flink, so they can be printed, stored
 * and judged by rules that need no planner; only {@link io.elt.plan.operator.OperatorReader} does.
 */
package io.elt.plan.operator;
