/**
 * What runs inside Flink, the same in every kind of cluster: it reads a {@link io.elt.runner.JobBundle}, executes the
 * statements in their order and submits the INSERTs as one job. It decides nothing: whatever differs between clusters is
 * in the bundle's settings.
 */
package io.elt.runner;
