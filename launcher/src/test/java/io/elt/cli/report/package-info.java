/** Tests of what other programs read of a check. */
package io.elt.cli.report;
