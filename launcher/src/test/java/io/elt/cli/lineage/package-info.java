/** Lineage as text. */
package io.elt.cli.lineage;
