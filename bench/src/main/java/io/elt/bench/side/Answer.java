package io.elt.bench.side;

/**
 * What a command cost, as its whole process.
 *
 * @param cpuSeconds of it and of all that it started
 */
public record Answer(double wallSeconds, double cpuSeconds, int exitCode, String said) {}
