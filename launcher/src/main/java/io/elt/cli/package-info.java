/** The commands: from arguments through the stages to what is printed and the exit code. The only place that wires. */
package io.elt.cli;
