package io.elt.bench.side;

/**
 * The moment in which a side handed its first job to Flink.
 *
 * @param nanoTime by the clock of this process
 * @param secondsAfterStart since the process was started
 * @param cpuSeconds that it had used by then
 */
public record FirstJob(long nanoTime, double secondsAfterStart, double cpuSeconds) {}
