/**
 * The {@code elt} command: arguments in, stages called, results printed, exit code out. The only place that wires the
 * stages, prints and exits. Command classes are all loaded at every start, so what needs Flink lives in
 * {@link io.elt.cli.run} and is loaded when it is called.
 */
package io.elt.cli;
