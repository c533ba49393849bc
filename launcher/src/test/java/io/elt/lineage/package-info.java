/** Lineage, next to truths that were written by hand or made together with the SQL. */
package io.elt.lineage;
