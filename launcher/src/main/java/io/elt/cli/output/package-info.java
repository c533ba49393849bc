/** How rows look on standard output: a small class per format behind one interface. */
package io.elt.cli.output;
