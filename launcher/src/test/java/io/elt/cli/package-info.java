/** The command line as its users meet it: arguments in, text and exit code out. */
package io.elt.cli;
