/**
 * How long it takes from a command until jobs run on a cluster that is there already, by elt and by the client code that somebody
 * writes with Flink alone. {@link io.elt.bench.start.BareSession} is that code.
 */
package io.elt.bench.start;
