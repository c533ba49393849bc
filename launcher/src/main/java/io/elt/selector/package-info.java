/**
 * Chooses files by dbt's selector grammar. It knows nothing of plans: it works on a small graph of names, so that it can be
 * used, and tested, wherever there is one.
 */
package io.elt.selector;
