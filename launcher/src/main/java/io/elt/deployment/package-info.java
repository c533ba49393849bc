/**
 * What was deployed when, by whom, and with which state: kept in the lake, beside the tables that it is about, so that
 * every engineer and CI see the same. It exists because a cluster knows only what runs now, and a changed job needs to know
 * what its state was made by. Says, too, what of the state fits the changed job, and brings tables back.
 */
package io.elt.deployment;
