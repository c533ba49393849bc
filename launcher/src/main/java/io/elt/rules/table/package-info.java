/** Rules about the tables of the lake: who writes and reads them, what they keep and for how long. */
package io.elt.rules.table;
