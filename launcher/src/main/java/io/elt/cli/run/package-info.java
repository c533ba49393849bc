/** Wires the stages for the commands that run jobs: the embedded stack, submission, catching up and stopping. */
package io.elt.cli.run;
