/**
 * How fast the warehouse is, next to the same SQL run by Flink without us. The two sides run as processes of their own,
 * from the same start script, and are measured from outside, so that nothing here is in their figures.
 */
package io.elt.bench;
