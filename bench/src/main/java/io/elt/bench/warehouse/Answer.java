package io.elt.bench.warehouse;

/**
 * What a short command cost, as its whole process.
 *
 * @param cpuSeconds of it and of all that it started
 */
record Answer(double wallSeconds, double cpuSeconds, int exitCode, String said) {}
