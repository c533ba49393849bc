/**
 * What a check found, in the forms that other programs read: one small class per form behind one interface. The forms are
 * contracts of others (SARIF, GitHub) or documented as stable, so they stand apart from how problems look on a terminal.
 */
package io.elt.cli.report;
