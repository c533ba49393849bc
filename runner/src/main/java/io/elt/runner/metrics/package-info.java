/**
 * What a job tells about the tables that it writes, as metrics of Flink: whatever reports a cluster's metrics reports these,
 * on every kind of cluster. Paimon calls it in the operator that commits, so that a number is there when, and only when,
 * a reader could see the rows.
 */
package io.elt.runner.metrics;
